package org.entente.serve.linked;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;

/** A form that descriptions come in; the first is for those who do not say what they want. */
enum Representation {
  TURTLE("ttl", "text/turtle"),
  HTML("html", "text/html"),
  JSON_LD("jsonld", "application/ld+json"),
  N_TRIPLES("nt", "application/n-triples");

  private static final AcceptList OFFER =
      AcceptList.create(Arrays.stream(values()).map(r -> r.mediaType).toArray(String[]::new));

  final String extension;
  final String mediaType;

  Representation(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** What an {@code Accept} header prefers; empty if it wants none of them. */
  static Optional<Representation> wanted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(TURTLE);
    }
    MediaType match = ConNeg.match(accept, OFFER);
    if (match == null) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(r -> r.mediaType.equals(match.getContentTypeStr()))
        .findFirst();
  }

  /** The form that a path's extension names. */
  static Optional<Representation> named(String path) {
    return Arrays.stream(values()).filter(r -> path.endsWith("." + r.extension)).findFirst();
  }

  /** How Jena writes it. */
  RDFFormat format() {
    return switch (this) {
      case TURTLE -> RDFFormat.TURTLE_PRETTY;
      case JSON_LD -> RDFFormat.JSONLD;
      case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
      case HTML -> throw new IllegalStateException("a page is not RDF");
    };
  }

  /** The path without the extension. */
  String strip(String path) {
    return path.substring(0, path.length() - extension.length() - 1);
  }
}
