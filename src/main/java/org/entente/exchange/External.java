package org.entente.exchange;

import org.apache.jena.graph.Node;
import org.entente.rdf.Iris;

/** The terms of the ontology with which other people's events are written. */
final class External {

  static final Node EVENT = Iris.ontology("ExternalEvent");
  static final Node ACTOR = Iris.ontology("ExternalActor");
  static final Node PLACE = Iris.ontology("ExternalPlace");
  static final Node FILE = Iris.ontology("ExternalFile");
  static final Node SIDE_A = Iris.ontology("sideA");
  static final Node SIDE_B = Iris.ontology("sideB");
  static final Node AT = Iris.ontology("takesPlaceAt");
  static final Node START = Iris.ontology("eventStart");
  static final Node END = Iris.ontology("eventEnd");
  static final Node DATE_PRECISION = Iris.ontology("datePrecision");
  static final Node EVENT_KIND = Iris.ontology("eventKind");
  static final Node CODE = Iris.ontology("code");
  static final Node COUNTRY_NAME = Iris.ontology("countryName");
  static final Node LATITUDE = Iris.ontology("latitude");
  static final Node LONGITUDE = Iris.ontology("longitude");
  static final Node MATCHES = Iris.ontology("matches");
  static final Node MATCHED_BY = Iris.ontology("matchedBy");
  static final Node MATCH_CONFIDENCE = Iris.ontology("matchConfidence");

  private External() {}
}
