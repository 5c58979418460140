package org.entente.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * The folder that a build on a cluster writes.
 *
 * <p>{@code quads/part-*.nq}, {@code entities/part-*}, {@code failures.tsv}, {@code report.json},
 * and when all of them are whole, {@code _SUCCESS}.
 */
final class Output {

  private final Path folder;
  private final FileSystem files;

  /**
   * Takes a folder that is not there yet.
   *
   * @throws FileAlreadyExistsException if it is
   * @throws IOException if it cannot be made
   */
  Output(String folder, Configuration hadoop) throws IOException {
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(hadoop);
    if (files.exists(this.folder)) {
      throw new FileAlreadyExistsException(folder + ": is there already; name a new folder");
    }
    if (!files.mkdirs(this.folder)) {
      throw new IOException(folder + ": cannot be made");
    }
  }

  /** Writes each part's quads into a file of its own. */
  void quads(JavaRDD<String> lines, boolean gzip) {
    Configuration conf = new Configuration(files.getConf());
    conf.setBoolean(FileOutputFormat.COMPRESS, gzip);
    conf.set(FileOutputFormat.COMPRESS_CODEC, GzipCodec.class.getName());
    lines
        .mapToPair(text -> new Tuple2<>(NullWritable.get(), new Text(text)))
        .saveAsNewAPIHadoopFile(
            new Path(folder, "quads").toString(),
            NullWritable.class,
            Text.class,
            QuadsFormat.class,
            conf);
  }

  /** Writes each part's lines into a file of its own. */
  void parts(String name, JavaRDD<String> lines) {
    lines.saveAsTextFile(new Path(folder, name).toString());
  }

  /** Writes lines that are one part as one file. */
  void file(String name, JavaRDD<String> lines) throws IOException {
    String folderName = "_" + name;
    parts(folderName, lines);
    Path part = new Path(new Path(folder, folderName), "part-00000");
    if (!files.rename(part, new Path(folder, name))) {
      throw new IOException(part + ": cannot be renamed to " + name);
    }
    files.delete(part.getParent(), true);
  }

  void report(ClusterSummary summary) throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("documents", summary.documents());
    report.put("replaced", summary.replaced());
    report.put("skipped", summary.skipped());
    report.put("failed", summary.failed());
    report.put("words", summary.words());
    report.put("mentions", summary.mentions());
    report.put("entities", summary.entities());
    report.put("entitiesByType", summary.entitiesByType());
    report.put("statements", summary.statements());
    report.put("statementsByPredicate", summary.statementsByPredicate());
    report.put("quads", summary.quads());
    report.put("seconds", summary.elapsed().toMillis() / 1000.0);
    try (OutputStream out = files.create(new Path(folder, "report.json"), false)) {
      out.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
      out.write('\n');
    }
  }

  /** Says that the folder is whole. */
  void done() throws IOException {
    files.create(new Path(folder, "_SUCCESS"), false).close();
  }
}
