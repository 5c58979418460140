package org.entente.cluster;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;

/**
 * Hadoop's text files, named {@code .nq}: loaders tell the format by the ending.
 *
 * <p>Public because Hadoop makes it by name.
 */
public final class QuadsFormat extends TextOutputFormat<NullWritable, Text> {

  @Override
  public Path getDefaultWorkFile(TaskAttemptContext context, String extension) throws IOException {
    return super.getDefaultWorkFile(context, ".nq" + extension);
  }
}
