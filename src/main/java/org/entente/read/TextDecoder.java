package org.entente.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text, strictly: a byte that the encoding does not allow is an error with its position,
 * never a replacement character.
 */
final class TextDecoder {

  private TextDecoder() {}

  static String decode(String name, byte[] bytes, Charset wanted) throws UnreadableException {
    Charset charset = byteOrderMark(bytes, wanted);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int at = in.position();
      throw new UnreadableException(
          name,
          String.format(
              "is not %s: byte 0x%02X at offset %d (name its encoding with --encoding)",
              charset.name(), bytes[at], at));
    }
    out.flip();
    String text = out.toString();
    if (text.isBlank()) {
      throw new UnreadableException(name, "holds nothing but white space");
    }
    int nul = text.indexOf('\u0000');
    if (nul >= 0) {
      throw new UnreadableException(
          name, "is not text: a null character at position " + nul + " (--encoding?)");
    }
    return text;
  }

  private static Charset byteOrderMark(byte[] bytes, Charset wanted) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16;
    }
    if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16;
    }
    return wanted;
  }

  /** Whether the bytes hold no null and few control characters, whatever their encoding. */
  static boolean looksLikeText(byte[] head) {
    if (head.length > 1
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF))) {
      return true;
    }
    int control = 0;
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
      if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        control++;
      }
    }
    return control * 50 <= head.length;
  }
}
