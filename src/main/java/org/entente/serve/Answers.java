package org.entente.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What every answer has in common: headers for browsers, and no word too many when something went
 * wrong.
 *
 * <p>The text of an error of the server (500 and up, save the reason of a 503) is replaced by its
 * status: Jena puts messages of exceptions there, with class names and paths in them.
 */
final class Answers extends Handler.Wrapper {

  private static final int MOST = 500;

  private final String retryAfter;

  Answers(Handler inner, Limits limits) {
    super(inner);
    retryAfter = Long.toString(Math.max(1, limits.patience().toSeconds() / 2));
  }

  /** A message that is safe in any answer and log: one line, ASCII, not long. */
  static String plain(String message) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < message.length() && line.length() < MOST; i++) {
      char c = message.charAt(i);
      if (c >= 32 && c < 127) {
        line.append(c);
      } else {
        line.append(Character.isWhitespace(c) ? " " : String.format("\\u%04x", (int) c));
      }
    }
    return line.toString();
  }

  /** The first half of a text's SHA-256, to find equal queries in a log. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, new Dressed(request, response), callback);
  }

  /** The answer to an error that no service has answered itself: its status and nothing else. */
  static boolean error(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == 500
        && request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable e) {
      status = status(e);
      response.setStatus(status);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    Content.Sink.write(response, true, line(status), callback);
    return true;
  }

  /** Whose fault it was: 4xx if it is the form of the request, else 500. */
  static int status(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof HttpException http) {
        return http.getCode();
      }
      if (t instanceof CharacterCodingException || t instanceof IllegalArgumentException) {
        return 400;
      }
    }
    return 500;
  }

  private static String line(int status) {
    return status + " " + HttpStatus.getMessage(status) + "\n";
  }

  private final class Dressed extends Response.Wrapper {
    private boolean replaced;
    private boolean begun;

    Dressed(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      if (replaced) {
        if (content != null) {
          content.position(content.limit());
        }
        callback.succeeded();
        return;
      }
      if (!begun && !isCommitted()) {
        begun = true;
        dress(getHeaders(), getStatus());
        if (getStatus() >= 500 && getStatus() != 503) {
          replaced = true;
          if (content != null) {
            content.position(content.limit());
          }
          byte[] text = line(getStatus()).getBytes(StandardCharsets.US_ASCII);
          getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
          getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
          getHeaders().remove(HttpHeader.CONTENT_ENCODING);
          super.write(true, ByteBuffer.wrap(text), callback);
          return;
        }
      }
      super.write(last, content, callback);
    }
  }

  private void dress(HttpFields.Mutable headers, int status) {
    headers.remove(HttpHeader.SERVER);
    headers.put("X-Content-Type-Options", "nosniff");
    String policy = headers.get("Content-Security-Policy");
    if (policy == null || policy.contains("frame-ancestors 'none'")) {
      headers.put("X-Frame-Options", "DENY");
    }
    headers.put("Referrer-Policy", "no-referrer");
    if (!headers.contains("Content-Security-Policy")) { // pages bring their own
      headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    if (status == 503) {
      headers.put(HttpHeader.RETRY_AFTER, retryAfter);
    }
  }
}
