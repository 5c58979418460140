package org.entente.serve.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.rdf.Iris;
import org.entente.serve.linked.Pages;
import org.entente.store.KnowledgeStore;

/**
 * The service at {@code /reconcile}, by the W3C Entity Reconciliation Community Group's report
 * "Reconciliation Service API v0.2". Without parameters it describes itself; {@code queries} is a
 * batch of names, {@code extend} a table of entities and properties to fill in.
 *
 * <p>Example: {@code /reconcile?queries={"q0":{"query":"Aleppo","type":"Place"}}}.
 *
 * <p>What is wrong is answered with 400 and a line that says what; a batch that is too long with
 * 413; a store without a text index with 503.
 */
public final class Reconciliation extends HttpServlet {

  /** Where it is served. */
  public static final String PATH = "/reconcile";

  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Most queries of a batch, most entities and properties to fill in, most candidates. */
  private static final int BATCH = 50;

  private static final int EXTENDED = 500;
  private static final int CANDIDATES = 50;
  private static final int SUGGESTIONS = 20;
  private static final int VALUES = 100;

  private final transient KnowledgeStore store;
  private final transient List<String> origins;

  /**
   * Over a store.
   *
   * @param origins origins whose pages may show previews in a frame
   */
  public Reconciliation(KnowledgeStore store, List<String> origins) {
    this.store = store;
    this.origins = List.copyOf(origins);
  }

  /** What a client did wrong. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refusal(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!store.indexed()) {
        throw new Refusal(503, "the store has no text index; the command index makes one");
      }
      Schema schema = store.read(data -> Schema.of(data.getGraph(store.iris().graph("ontology"))));
      Matcher matcher = new Matcher(store, schema);
      String path = request.getRequestURI().substring(PATH.length());
      switch (path) {
        case "", "/" -> json(response, root(request, schema, matcher));
        case "/suggest/entity" -> json(response, suggestEntities(request, matcher));
        case "/suggest/type" -> json(response, suggest(request, schema.types()));
        case "/suggest/property" -> json(response, suggest(request, schema.properties()));
        case "/properties" -> json(response, properties(request, schema));
        case "/preview" -> preview(request, response, matcher);
        default -> throw new Refusal(404, "no such service");
      }
    } catch (Refusal e) {
      say(response, e.status, String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      say(response, 400, "not JSON: " + e.getOriginalMessage());
    }
  }

  private static JsonNode object(String text, String parameter) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text);
    if (node == null || !node.isObject()) {
      throw new Refusal(400, parameter + ": is not a JSON object");
    }
    return node;
  }

  private JsonNode root(HttpServletRequest request, Schema schema, Matcher matcher)
      throws JsonProcessingException {
    String queries = request.getParameter("queries");
    if (queries != null) {
      return match(object(queries, "queries"), schema, matcher);
    }
    String extend = request.getParameter("extend");
    if (extend != null) {
      return extend(object(extend, "extend"), schema, matcher);
    }
    return manifest(request, schema);
  }

  // ---- the service itself

  private JsonNode manifest(HttpServletRequest request, Schema schema) {
    String url = request.getRequestURL().toString();
    String server = url.substring(0, url.length() - request.getRequestURI().length());
    ObjectNode manifest = JSON.createObjectNode();
    manifest.putArray("versions").add("0.2");
    manifest.put("name", "Entente");
    manifest.put("identifierSpace", store.iris().base() + "id/");
    manifest.put("schemaSpace", Iris.ONTOLOGY);
    manifest.put("batchSize", BATCH);
    ArrayNode types = manifest.putArray("defaultTypes");
    for (String id : List.of("Actor", "Place")) {
      Schema.Term type = schema.types().get(id);
      if (type != null) {
        types.add(term(type));
      }
    }
    String things = URI.create(store.iris().base()).getRawPath() + "id/{{id}}";
    manifest.putObject("view").put("url", server + things);
    manifest
        .putObject("preview")
        .put("url", server + PATH + "/preview?id={{id}}")
        .put("width", 430)
        .put("height", 300);
    ObjectNode suggest = manifest.putObject("suggest");
    for (String what : List.of("entity", "type", "property")) {
      suggest
          .putObject(what)
          .put("service_url", server + PATH)
          .put("service_path", "/suggest/" + what);
    }
    manifest
        .putObject("extend")
        .putObject("propose_properties")
        .put("service_url", server + PATH)
        .put("service_path", "/properties");
    return manifest;
  }

  private static ObjectNode term(Schema.Term term) {
    return JSON.createObjectNode().put("id", term.id()).put("name", term.name());
  }

  // ---- matching

  private static JsonNode match(JsonNode batch, Schema schema, Matcher matcher) {
    if (batch.size() > BATCH) {
      throw new Refusal(413, "queries: more than " + BATCH);
    }
    ObjectNode results = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : batch.properties()) {
      JsonNode query = entry.getValue();
      List<Matcher.Wanted> wanted = wanted(query.path("properties"));
      String text = query.path("query").asText("");
      if (!query.isObject() || (text.isBlank() && wanted.isEmpty())) {
        throw new Refusal(400, "queries: " + entry.getKey() + " has neither query nor properties");
      }
      Set<String> types = new HashSet<>();
      strings(query.path("type"), "type").forEach(t -> types.add(type(t, schema)));
      int limit = query.path("limit").asInt(10);
      if (limit <= 0) {
        throw new Refusal(400, "queries: limit " + query.path("limit") + " is not above 0");
      }
      boolean all = query.path("type_strict").asText("any").equals("all");
      ArrayNode result = results.putObject(entry.getKey()).putArray("result");
      matcher
          .match(text, types, all, wanted, Math.min(limit, CANDIDATES))
          .forEach(c -> result.add(candidate(c, wanted.size())));
    }
    return results;
  }

  /** A type by its identifier or its IRI. */
  private static String type(String given, Schema schema) {
    String id = given.startsWith(Iris.ONTOLOGY) ? given.substring(Iris.ONTOLOGY.length()) : given;
    if (!schema.types().containsKey(id)) {
      throw new Refusal(400, "type: there is no " + given);
    }
    return id;
  }

  private static List<Matcher.Wanted> wanted(JsonNode properties) {
    List<Matcher.Wanted> wanted = new ArrayList<>();
    for (JsonNode property : properties) {
      if (!property.path("pid").isTextual() || property.path("v").isMissingNode()) {
        throw new Refusal(400, "properties: each has a pid and a v");
      }
      wanted.add(
          new Matcher.Wanted(
              property.get("pid").asText(), Set.copyOf(strings(property.get("v"), "v"))));
    }
    return wanted;
  }

  /** One value or several: texts, numbers, truth values, or entities by their identifiers. */
  private static List<String> strings(JsonNode node, String what) {
    List<String> strings = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> strings.addAll(strings(n, what)));
    } else if (node.isObject() && node.path("id").isTextual()) {
      strings.add(node.get("id").asText());
    } else if (node.isValueNode() && !node.isNull()) {
      strings.add(node.asText());
    } else if (node.isObject()) {
      throw new Refusal(400, what + ": an object without id");
    }
    return strings.stream().distinct().toList();
  }

  private static ObjectNode candidate(Matcher.Candidate c, int wanted) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", c.id()).put("name", c.name());
    node.put(
        "description", c.types().stream().map(Schema.Term::name).collect(Collectors.joining(", ")));
    ArrayNode types = node.putArray("type");
    c.types().forEach(t -> types.add(term(t)));
    node.put("score", c.score()).put("match", c.match());
    ArrayNode features = node.putArray("features");
    features.addObject().put("id", "name").put("value", c.nameScore());
    if (wanted > 0) {
      features.addObject().put("id", "properties").put("value", (double) c.fitting() / wanted);
    }
    return node;
  }

  // ---- suggestions

  private static String prefix(HttpServletRequest request) {
    String prefix = request.getParameter("prefix");
    if (prefix == null) {
      throw new Refusal(400, "prefix: is missing");
    }
    return prefix;
  }

  private static int number(HttpServletRequest request, String name, int without) {
    String value = request.getParameter(name);
    if (value == null || value.isEmpty()) {
      return without;
    }
    if (!value.matches("\\d{1,6}")) {
      throw new Refusal(400, name + ": is not a number");
    }
    return Integer.parseInt(value);
  }

  private JsonNode suggestEntities(HttpServletRequest request, Matcher matcher) {
    int skipped = number(request, "cursor", 0);
    List<Node> found = matcher.beginning(prefix(request), Math.min(skipped + 200, 10_000));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode result = answer.putArray("result");
    store.read(
        data -> {
          Graph graph = data.getUnionGraph();
          found.stream()
              .skip(skipped)
              .limit(SUGGESTIONS)
              .forEach(
                  entity -> {
                    ObjectNode node = result.addObject();
                    node.put("id", id(entity)).put("name", matcher.name(graph, entity));
                    List<Schema.Term> types = matcher.types(graph, entity);
                    node.put(
                        "description",
                        types.stream().map(Schema.Term::name).collect(Collectors.joining(", ")));
                    ArrayNode notable = node.putArray("notable");
                    types.forEach(t -> notable.add(term(t)));
                  });
          return result;
        });
    return answer;
  }

  private String id(Node entity) {
    return entity.getURI().substring(store.iris().base().length() + "id/".length());
  }

  private static JsonNode suggest(HttpServletRequest request, Map<String, Schema.Term> terms) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode result = answer.putArray("result");
    Schema.beginning(terms, prefix(request)).stream()
        .skip(number(request, "cursor", 0))
        .limit(SUGGESTIONS)
        .forEach(t -> result.add(term(t)));
    return answer;
  }

  // ---- more columns

  private static JsonNode properties(HttpServletRequest request, Schema schema) {
    String type = request.getParameter("type");
    int limit = number(request, "limit", EXTENDED);
    ObjectNode answer = JSON.createObjectNode();
    if (type != null) {
      answer.put("type", type);
    }
    answer.put("limit", limit);
    ArrayNode properties = answer.putArray("properties");
    schema.properties().values().stream().limit(limit).forEach(p -> properties.add(term(p)));
    return answer;
  }

  private JsonNode extend(JsonNode table, Schema schema, Matcher matcher) {
    List<String> ids = strings(table.path("ids"), "ids");
    List<String> properties = strings(table.path("properties"), "properties");
    if (!table.path("ids").isArray() || !table.path("properties").isArray()) {
      throw new Refusal(400, "extend: has ids and properties");
    }
    if (ids.size() > EXTENDED || properties.size() > EXTENDED) {
      throw new Refusal(413, "extend: more than " + EXTENDED);
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode meta = answer.putArray("meta");
    List<Schema.Term> columns = new ArrayList<>();
    for (String property : properties) {
      Schema.Term term = schema.properties().get(property);
      if (term == null) {
        throw new Refusal(400, "extend: there is no property " + property);
      }
      columns.add(term);
      meta.add(term(term));
    }
    ObjectNode rows = answer.putObject("rows");
    for (String id : ids) {
      Optional<Node> entity = matcher.entity(id);
      ObjectNode row = rows.putObject(id);
      store.read(
          data -> {
            Graph graph = data.getUnionGraph();
            for (Schema.Term column : columns) {
              ArrayNode cell = row.putArray(column.id());
              entity.stream()
                  .flatMap(e -> Matcher.values(graph, e, column.node()).stream())
                  .sorted(Comparator.comparing(Matcher::text))
                  .limit(VALUES)
                  .forEach(v -> cell.add(value(graph, v, matcher)));
            }
            return row;
          });
    }
    return answer;
  }

  private ObjectNode value(Graph graph, Node value, Matcher matcher) {
    ObjectNode cell = JSON.createObjectNode();
    String text = Matcher.text(value);
    if (matcher.isEntity(value)) {
      return cell.put("id", id(value)).put("name", matcher.name(graph, value));
    }
    if (value.isLiteral()) {
      String type = value.getLiteralDatatypeURI();
      if (type.equals(XSDDatatype.XSDinteger.getURI()) && text.matches("[+-]?\\d{1,18}")) {
        return cell.put("int", Long.parseLong(text));
      }
      boolean decimal =
          type.equals(XSDDatatype.XSDdecimal.getURI())
              || type.equals(XSDDatatype.XSDdouble.getURI());
      if (decimal && text.matches("[+-]?\\d+(\\.\\d+)?")) {
        return cell.put("float", Double.parseDouble(text));
      }
      if (type.equals(XSDDatatype.XSDdate.getURI()) && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return cell.put("date", text + "T00:00:00Z");
      }
    }
    return cell.put("str", text);
  }

  // ---- preview

  private void preview(HttpServletRequest request, HttpServletResponse response, Matcher matcher)
      throws IOException {
    String id = request.getParameter("id");
    Node entity =
        Optional.ofNullable(id)
            .flatMap(matcher::entity)
            .orElseThrow(() -> new Refusal(404, "the store knows no such entity"));
    List<String> lines =
        store.read(
            data -> {
              Graph graph = data.getUnionGraph();
              List<String> said = new ArrayList<>();
              said.add(matcher.name(graph, entity));
              said.add(
                  matcher.types(graph, entity).stream()
                      .map(Schema.Term::name)
                      .collect(Collectors.joining(", ")));
              Matcher.values(graph, entity, Schema.node(SKOS_ALIAS)).stream()
                  .map(Matcher::text)
                  .sorted()
                  .distinct()
                  .limit(10)
                  .forEach(said::add);
              return said;
            });
    String ancestors = origins.isEmpty() ? "'none'" : String.join(" ", origins);
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Content-Security-Policy", Pages.policy(ancestors));
    response.getOutputStream().write(Pages.card(lines).getBytes(StandardCharsets.UTF_8));
  }

  private static final String SKOS_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel";

  private static void json(HttpServletResponse response, JsonNode node) throws IOException {
    response.setContentType("application/json;charset=utf-8");
    JSON.writeValue(response.getOutputStream(), node);
  }

  private static void say(HttpServletResponse response, int status, String line)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    String plain = line.replaceAll("[^ -~]", "?");
    response
        .getOutputStream()
        .write(
            (plain.substring(0, Math.min(plain.length(), 500)) + "\n")
                .getBytes(StandardCharsets.UTF_8));
  }
}
