package org.entente.cluster;

import static org.apache.spark.sql.functions.col;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.TaskCompletionListener;
import org.entente.ingest.BuildListener.Note;
import org.entente.ingest.GraphMaker;
import org.entente.read.DocumentReader;
import org.entente.read.Origin;
import org.entente.read.UnreadableException;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;

/** Rows of Parquet files as documents, their columns named as the fields of JSON lines are. */
final class ParquetRows {

  private static final String FILE = "_entente_file";
  private static final String ROW = "_entente_row";

  private ParquetRows() {}

  /**
   * Reads the rows.
   *
   * @param parts tasks to spread them over
   * @throws IllegalArgumentException if no column can hold a text
   */
  static JavaRDD<Result> read(
      SparkSession spark, List<Piece> tables, ClusterOptions options, int parts) {
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    String[] paths = tables.stream().map(Piece::path).toArray(String[]::new);
    Dataset<Row> rows = spark.read().option("mergeSchema", "true").parquet(paths);
    List<Column> columns = new ArrayList<>();
    columns.add(col("_metadata.file_path").as(FILE));
    columns.add(col("_metadata.row_index").as(ROW));
    List<String> texts = options.fields().getOrDefault("text", List.of());
    boolean text = false;
    for (StructField field : rows.schema().fields()) {
      String name = field.name();
      boolean known = options.fields().values().stream().anyMatch(names -> names.contains(name));
      if (known && field.dataType() instanceof AtomicType) {
        columns.add(col("`" + name + "`").cast("string").as(name));
        text |= texts.contains(name);
      }
    }
    if (!text) {
      throw new IllegalArgumentException(
          paths[0]
              + ": no column is one of "
              + texts
              + " (--field text=COLUMN); there are "
              + List.of(rows.schema().fieldNames()));
    }
    Map<String, Piece> byPath = new HashMap<>();
    tables.forEach(table -> byPath.put(table.path(), table));
    return rows.select(columns.toArray(Column[]::new))
        .repartition(parts)
        .javaRDD()
        .mapPartitions(it -> results(it, byPath, options));
  }

  private static Iterator<Result> results(
      Iterator<Row> rows, Map<String, Piece> byPath, ClusterOptions options) {
    GraphMaker maker = ClusterBuild.maker(options);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> maker.close());
    DocumentReader reader = new DocumentReader(options.reading());
    Configuration none = new Configuration(false);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Result next() {
        Row row = rows.next();
        String path = new Path(URI.create(row.getAs(FILE))).toString();
        Piece table = byPath.get(path);
        if (table == null) {
          throw new IllegalStateException(path + ": was not among the files listed");
        }
        long number = row.<Long>getAs(ROW) + 1;
        Place place = new Place(table.file(), number);
        return one(
            row, table.corpusFile(none).origin().part(number), place, reader, maker, options);
      }
    };
  }

  private static Result one(
      Row row,
      Origin origin,
      Place place,
      DocumentReader reader,
      GraphMaker maker,
      ClusterOptions options) {
    List<Result> result = new ArrayList<>(1);
    Consumer<Document> sink =
        document ->
            result.add(
                document.text().length() > options.maxBytes()
                    ? Result.without(place, tooLong(origin, document, options), false)
                    : PieceReading.make(document, place, maker));
    Consumer<UnreadableException> failures =
        e -> result.add(Result.without(place, new Note(e.name(), e.reason()), false));
    reader.read(origin, field -> value(row, field), sink, failures);
    return result.get(0);
  }

  private static Note tooLong(Origin origin, Document document, ClusterOptions options) {
    return new Note(
        origin.name(),
        "is "
            + document.text().length()
            + " characters long; one document may have "
            + options.maxBytes()
            + " (--max-size)");
  }

  private static @Nullable String value(Row row, String field) {
    return List.of(row.schema().fieldNames()).contains(field) ? row.getAs(field) : null;
  }
}
