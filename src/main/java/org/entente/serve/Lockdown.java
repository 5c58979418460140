package org.entente.serve;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.stream.StreamManager;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Shuts what Jena leaves open to strangers: files and addresses named in a query, {@code SERVICE},
 * remote JSON-LD contexts, functions loaded as Java classes.
 *
 * <p>The settings are those of the whole process: a server does nothing else.
 */
final class Lockdown {

  private Lockdown() {}

  /** Applies all of it; call after the configuration has been read, since that is a file itself. */
  static void apply() {
    // A stream manager without locators finds neither files nor addresses.
    StreamManager.setGlobal(new StreamManager());
    Context context = ARQ.getContext();
    context.set(ARQ.httpServiceAllowed, false);
    JsonLdOptions jsonLd = new JsonLdOptions();
    jsonLd.setDocumentLoader(
        (uri, options) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not fetched");
        });
    context.set(LangJSONLD11.JSONLD_OPTIONS, jsonLd);
    NoJavaFunctions functions = new NoJavaFunctions(FunctionRegistry.get());
    context.set(ARQConstants.registryFunctions, functions);
    context.set(
        ARQConstants.registryPropertyFunctions,
        new NoJavaPropertyFunctions(PropertyFunctionRegistry.get()));
  }

  private static boolean isClass(@Nullable String uri) {
    return uri != null && uri.startsWith("java:");
  }

  /** All functions but those that a "java:" address would load from the class path. */
  private static final class NoJavaFunctions extends FunctionRegistry {
    NoJavaFunctions(FunctionRegistry known) {
      known.keys().forEachRemaining(uri -> put(uri, known.get(uri)));
    }

    @Override
    @SuppressWarnings("NullAway") // the registry's own word for "there is none"
    public FunctionFactory get(String uri) {
      return isClass(uri) ? null : super.get(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
      return !isClass(uri) && super.isRegistered(uri);
    }
  }

  /** All property functions but those that a "java:" address would load. */
  private static final class NoJavaPropertyFunctions extends PropertyFunctionRegistry {
    NoJavaPropertyFunctions(PropertyFunctionRegistry known) {
      known.keys().forEachRemaining(uri -> put(uri, known.get(uri)));
    }

    @Override
    @SuppressWarnings("NullAway") // the registry's own word for "there is none"
    public PropertyFunctionFactory get(String uri) {
      return isClass(uri) ? null : super.get(uri);
    }
  }
}
