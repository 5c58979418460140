package org.entente.serve;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.http.HttpEnv;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.stream.StreamManager;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.library.Math_pow;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.entente.rdf.Prefixes;
import org.entente.store.AllowedServices;

/**
 * Shuts what Jena leaves open to strangers: files and addresses named in a query, {@code SERVICE},
 * remote JSON-LD contexts, functions loaded as Java classes or scripts, functions without an end.
 *
 * <p>The settings are those of the whole process: a server does nothing else.
 */
final class Lockdown {

  private static final String XPATH = "http://www.w3.org/2005/xpath-functions";
  private static final String POWER = XPATH + "/math#pow";

  /**
   * Known to ARQ, but not served: they match patterns or build texts without an end, or call a
   * function by a name that is only known when the query runs.
   */
  private static final Set<String> UNBOUNDED =
      Set.of(
          XPATH + "#matches",
          XPATH + "#replace",
          XPATH + "#concat",
          XPATH + "#apply",
          XPATH + "#encode-for-uri",
          XPATH + "#format-number",
          XPATH + "/math#exp10");

  /** Lists and maps as literals (Jena's "CDT") can double at each step. */
  private static final String COMPOSITE = "http://w3id.org/awslabs/neptune/SPARQL-CDTs/";

  private static final String GEO = Prefixes.namespace("geo");
  private static final String SPATIAL = "http://jena.apache.org/spatial#";

  /** Functions over geometries. */
  private static final List<String> GEOMETRY =
      List.of(
          "http://www.opengis.net/def/function/geosparql/",
          "http://jena.apache.org/function/spatial#");

  /** Searches for places that take numbers; the others take geometries of any make. */
  private static final Set<String> PLACES =
      Set.of(SPATIAL + "nearby", SPATIAL + "withinCircle", SPATIAL + "withinBox");

  /** Known to Jena without being looked up: those that are not are kept for ever. */
  private static final List<String> SYSTEMS =
      List.of(
          "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>",
          "<http://www.opengis.net/def/crs/EPSG/0/4326>");

  private Lockdown() {}

  /**
   * Applies all of it; call after the configuration has been read, since that is a file itself.
   *
   * @param services the addresses that may be called all the same
   * @param longest how long a query may take that no endpoint has set a limit for
   */
  static void apply(AllowedServices services, Duration longest) {
    // A stream manager without locators finds neither files nor addresses.
    StreamManager.setGlobal(new StreamManager());
    // RDFParser opens http addresses past the stream manager, with this client.
    HttpEnv.setDftHttpClient(HttpClient.newBuilder().proxy(new NoWayOut()).build());
    // Who checks an address and then connects must see the same answer of the name server.
    Security.setProperty("networkaddress.cache.ttl", "60");
    Context context = ARQ.getContext();
    services.guard(context);
    context.set(ARQ.queryTimeout, Long.toString(longest.toMillis()));
    context.set(ARQ.updateTimeout, Long.toString(longest.toMillis()));
    JsonLdOptions jsonLd = new JsonLdOptions();
    jsonLd.setDocumentLoader(
        (uri, options) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not fetched");
        });
    context.set(LangJSONLD11.JSONLD_OPTIONS, jsonLd);
    KnownFunctions functions = new KnownFunctions(FunctionRegistry.get());
    FunctionRegistry.set(context, functions);
    RDFDatatype gml = TypeMapper.getInstance().getTypeByName(GEO + "gmlLiteral");
    if (gml != null) {
      TypeMapper.getInstance().unregisterDatatype(gml); // XML that would be read as it comes
    }
    PropertyFunctionRegistry.set(
        context, new KnownPropertyFunctions(PropertyFunctionRegistry.get()));
    context.set(ARQConstants.sysOptimizerFactory, BoundedFunctions.optimizer(functions));
    Optimize.setFactory(BoundedFunctions.optimizer(functions));
  }

  /** Refuses every address before it is looked up. */
  private static final class NoWayOut extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      throw new IllegalArgumentException("no address is fetched here");
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }

  /** The functions that are registered; ARQ itself would also load classes and scripts by name. */
  private static final class KnownFunctions extends FunctionRegistry {
    private final TreeMap<String, FunctionFactory> known = new TreeMap<>();

    KnownFunctions(FunctionRegistry all) {
      all.keys()
          .forEachRemaining(
              uri -> {
                if (GEOMETRY.stream().anyMatch(uri::startsWith)) {
                  known.put(uri, u -> new PlainGeometry(all.get(u).create(u)));
                } else if (!UNBOUNDED.contains(uri) && !uri.startsWith(COMPOSITE)) {
                  known.put(uri, all.get(uri));
                }
              });
      known.put(POWER, uri -> new Power());
    }

    @Override
    @SuppressWarnings("NullAway") // the registry's own word for "there is none"
    public FunctionFactory get(String uri) {
      return known.get(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
      return known.containsKey(uri);
    }

    @Override
    public java.util.Iterator<String> keys() {
      return known.keySet().iterator();
    }
  }

  /** All property functions that are registered. */
  private static final class KnownPropertyFunctions extends PropertyFunctionRegistry {
    private final TreeMap<String, PropertyFunctionFactory> known = new TreeMap<>();

    KnownPropertyFunctions(PropertyFunctionRegistry all) {
      all.keys()
          .forEachRemaining(
              uri -> {
                boolean spatial = uri.startsWith(SPATIAL) || uri.startsWith(GEO);
                if (!spatial || PLACES.contains(uri)) {
                  known.put(uri, all.get(uri));
                }
              });
    }

    @Override
    @SuppressWarnings("NullAway") // the registry's own word for "there is none"
    public PropertyFunctionFactory get(String uri) {
      return known.get(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
      return known.containsKey(uri);
    }

    @Override
    public boolean manages(String uri) {
      return known.containsKey(uri);
    }

    @Override
    public java.util.Iterator<String> keys() {
      return known.keySet().iterator();
    }
  }

  /** A function over geometries that takes well-known text in longitude and latitude only. */
  private static final class PlainGeometry implements Function {
    private final Function inner;

    PlainGeometry(Function inner) {
      this.inner = inner;
    }

    @Override
    public void build(String uri, ExprList args, Context context) {
      inner.build(uri, args, context);
    }

    @Override
    public NodeValue exec(Binding binding, ExprList args, String uri, FunctionEnv env) {
      ExprList values = new ExprList();
      for (Expr arg : args) {
        NodeValue value = arg.eval(binding, env);
        Node node = value.asNode();
        if (node.isLiteral() && node.getLiteralDatatypeURI().startsWith(GEO)) {
          String text = node.getLiteralLexicalForm().strip();
          boolean known = !text.startsWith("<") || SYSTEMS.stream().anyMatch(text::startsWith);
          if (!node.getLiteralDatatypeURI().equals(GEO + "wktLiteral") || !known) {
            throw new ExprEvalException("geometry: not well-known text in longitude and latitude");
          }
        }
        values.add(value);
      }
      return inner.exec(binding, values, uri, env);
    }
  }

  /** A power whose digits are counted before it is taken. */
  private static final class Power extends Math_pow {
    @Override
    public NodeValue exec(NodeValue base, NodeValue exponent) {
      if (base.isInteger() && exponent.isInteger()) {
        double bits = (double) BoundedFunctions.bits(base) * exponent.getInteger().doubleValue();
        if (bits > BoundedFunctions.MOST_BITS) {
          throw new ExprEvalException("pow: result beyond the limit of this server");
        }
      }
      return super.exec(base, exponent);
    }
  }
}
