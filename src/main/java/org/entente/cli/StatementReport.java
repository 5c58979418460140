package org.entente.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import org.entente.extract.StatementExplanation;
import org.entente.extract.StatementExplanation.Argument;
import org.entente.extract.StatementExplanation.CueWord;
import org.entente.extract.StatementExplanation.DateWords;
import org.entente.extract.StatementExplanation.Feature;
import org.entente.extract.StatementExplanation.Pattern;
import org.entente.extract.StatementExplanation.Sighting;
import org.entente.extract.StatementExplanation.StandIn;
import org.entente.extract.StatementExplanation.Verdict;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.Statement;
import org.entente.text.Document;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** How statements were found, as text and as JSON; offsets count code points. */
final class StatementReport {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Document document;
  private final String text;

  StatementReport(Document document) {
    this.document = document;
    this.text = document.text();
  }

  private int offset(Span span) {
    return text.codePointCount(0, span.start());
  }

  // ---- text

  String text(StatementExplanation explanation) {
    Statement s = explanation.statement();
    StringBuilder out = new StringBuilder();
    out.append(s.subject().slug()).append(' ').append(s.predicate().name()).append(' ');
    out.append(s.object().slug()).append('\n');
    out.append("  ").append(s.modality().label());
    Attribution attribution = s.attribution();
    if (attribution != null) {
      out.append(", said by ").append(source(attribution));
    }
    if (s.start() != null || s.end() != null) {
      out.append(", ").append(period(s.start(), s.end()));
    }
    line(out, ", confidence %.2f", s.confidence());
    for (Sighting sighting : explanation.sightings()) {
      sighting(out, sighting);
    }
    return out.toString();
  }

  private void sighting(StringBuilder out, Sighting sighting) {
    String sentence = sighting.sentence().of(text).replaceAll("\\s+", " ");
    line(out, "  \"%s\" at %d: %.2f", sentence, offset(sighting.sentence()), sighting.confidence());
    for (Pattern pattern : sighting.patterns()) {
      String trigger = pattern.trigger().isEmpty() ? "" : " \"" + pattern.trigger() + "\"";
      line(
          out,
          "    pattern: %s%s; %s; %s",
          pattern.source(),
          trigger,
          argument(pattern.subject()),
          argument(pattern.object()));
    }
    verdict(out, sighting);
    for (StandIn standIn : sighting.standIns()) {
      line(
          out,
          "    %s: \"%s\" at %d stands for %s%s",
          standIn.reason(),
          standIn.span().of(text),
          offset(standIn.span()),
          standIn.entity().slug(),
          antecedent(standIn));
    }
    for (CueWord cue : sighting.cues()) {
      line(out, "    modality: \"%s\" (%s): %s", cue.word(), cue.rule(), cue.effect().label());
    }
    if (sighting.presupposed()) {
      line(out, "    modality: said by how the names are put together: asserted");
    } else if (sighting.cues().isEmpty()) {
      line(out, "    modality: no word changes it: asserted");
    }
    Attribution attribution = sighting.attribution();
    if (attribution != null) {
      line(out, "    said by: %s", source(attribution));
    }
    DateWords date = sighting.date();
    if (date != null) {
      String lead = date.lead().isEmpty() ? "" : date.lead() + " ";
      line(out, "    date: %s\"%s\" is %s", lead, date.words(), period(date.from(), date.to()));
    }
  }

  private static void verdict(StringBuilder out, Sighting sighting) {
    Verdict verdict = sighting.verdict();
    if (verdict == null) {
      return;
    }
    boolean proposed = sighting.patterns().isEmpty();
    line(out, "    judge: %.2f%s", verdict.probability(), proposed ? ", its own proposal" : "");
    if (proposed) {
      for (Feature feature : verdict.features()) {
        line(out, "      %+5.2f  %s", feature.points(), feature.name());
      }
    }
  }

  private static String argument(Argument argument) {
    String words = argument.text().isEmpty() ? "" : " \"" + argument.text() + "\"";
    return argument.slot() + words + " is " + argument.entity().slug();
  }

  private String antecedent(StandIn standIn) {
    Span span = standIn.antecedent();
    return span == null ? "" : ", last named \"" + span.of(text) + "\" at " + offset(span);
  }

  private static String source(Attribution attribution) {
    var entity = attribution.entity();
    return "\"" + attribution.text() + "\"" + (entity == null ? "" : " (" + entity.slug() + ")");
  }

  private static String period(@Nullable Object start, @Nullable Object end) {
    return Objects.equals(start, end)
        ? String.valueOf(start)
        : Objects.toString(start, "") + ".." + Objects.toString(end, "");
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  // ---- JSON

  /** One object on one line. */
  String json(StatementExplanation explanation) {
    Statement s = explanation.statement();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("document", document.name());
    root.put("subject", s.subject().slug());
    root.put("predicate", s.predicate().name());
    root.put("object", s.object().slug());
    root.put("modality", s.modality().label());
    put(root, s.attribution());
    put(root, s.start(), s.end());
    root.put("confidence", s.confidence());
    var sentences = root.putArray("sentences");
    explanation.sightings().forEach(sighting -> put(sentences.addObject(), sighting));
    return root.toString();
  }

  private void put(ObjectNode node, Sighting sighting) {
    put(node, sighting.sentence());
    node.put("confidence", sighting.confidence());
    node.put("presupposed", sighting.presupposed());
    var patterns = node.putArray("patterns");
    for (Pattern pattern : sighting.patterns()) {
      ObjectNode one = patterns.addObject();
      one.put("source", pattern.source()).put("trigger", pattern.trigger());
      put(one.putObject("subject"), pattern.subject());
      put(one.putObject("object"), pattern.object());
    }
    Verdict verdict = sighting.verdict();
    if (verdict != null) {
      ObjectNode judge = node.putObject("judge");
      judge.put("probability", verdict.probability());
      judge.put("proposed", sighting.patterns().isEmpty());
      ObjectNode features = judge.putObject("features");
      verdict.features().forEach(f -> features.put(f.name(), f.points()));
    }
    var standIns = node.putArray("standIns");
    for (StandIn standIn : sighting.standIns()) {
      ObjectNode one = standIns.addObject();
      put(one, standIn.span());
      one.put("kind", standIn.reason()).put("entity", standIn.entity().slug());
      Span antecedent = standIn.antecedent();
      if (antecedent != null) {
        put(one.putObject("antecedent"), antecedent);
      }
    }
    var cues = node.putArray("cues");
    for (CueWord cue : sighting.cues()) {
      ObjectNode one = cues.addObject().put("word", cue.word()).put("rule", cue.rule());
      one.put("effect", cue.effect().label());
    }
    put(node, sighting.attribution());
    DateWords date = sighting.date();
    if (date != null) {
      ObjectNode one = node.putObject("date").put("words", date.words()).put("lead", date.lead());
      put(one, date.from(), date.to());
    }
  }

  private static void put(ObjectNode node, Argument argument) {
    node.put("slot", argument.slot()).put("text", argument.text());
    node.put("entity", argument.entity().slug());
  }

  private void put(ObjectNode node, Span span) {
    node.put("text", span.of(text)).put("start", offset(span));
    node.put("end", text.codePointCount(0, span.end()));
  }

  private static void put(ObjectNode node, @Nullable Attribution attribution) {
    if (attribution != null) {
      var entity = attribution.entity();
      ObjectNode by = node.putObject("attributedTo").put("text", attribution.text());
      by.put("entity", entity == null ? null : entity.slug());
    }
  }

  private static void put(ObjectNode node, @Nullable Object from, @Nullable Object to) {
    node.put("from", from == null ? null : from.toString());
    node.put("to", to == null ? null : to.toString());
  }
}
