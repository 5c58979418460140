package org.entente.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.entente.read.CorpusFile;
import org.entente.read.LineRange;

/**
 * A file, or a stretch of one, that one task reads.
 *
 * @param file place of the file in reading order
 * @param path where it is
 * @param source its path below the folder that was named, or its name
 * @param size its bytes
 * @param start offset of the first byte
 * @param end offset after the last byte
 * @param firstLine number of the first line that begins there
 */
record Piece(int file, String path, String source, long size, long start, long end, long firstLine)
    implements Serializable {

  /** How many bytes there are to read. */
  long length() {
    return end - start;
  }

  LineRange lines() {
    return new LineRange(start, end, firstLine);
  }

  Piece from(long line) {
    return new Piece(file, path, source, size, start, end, line);
  }

  /** The whole file, for a reader. */
  CorpusFile corpusFile(Configuration hadoop) {
    Path at = new Path(path);
    CorpusFile.Content content =
        new CorpusFile.Content() {
          @Override
          public long size() {
            return size;
          }

          @Override
          public InputStream open(long offset) throws IOException {
            FileSystem files = at.getFileSystem(hadoop);
            FSDataInputStream in = files.open(at);
            in.seek(offset);
            return in;
          }
        };
    return CorpusFile.of(path, source, content);
  }
}
