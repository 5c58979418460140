package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to a server and back: what an HTTP client would not send. */
final class RawHttp {

  /** What came back: 0 if the connection was closed without an answer. */
  record Answer(int status, String head, String body) {}

  private RawHttp() {}

  static Answer send(int port, byte[] request) throws IOException {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
      socket.setSoTimeout(60_000);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // refused before all of it was sent; the answer may be there all the same
      }
      try {
        socket.getInputStream().transferTo(got);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("no end of the answer within 60 s: " + got, e);
      } catch (SocketException e) {
        // closed while it was still sending
      }
    }
    String all = got.toString(StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    String head = end < 0 ? all : all.substring(0, end);
    String body = end < 0 ? "" : all.substring(end + 4);
    int status = head.startsWith("HTTP/") ? Integer.parseInt(head.substring(9, 12)) : 0;
    return new Answer(status, head, body);
  }

  /** A request with a body and its length. */
  static byte[] request(String method, String target, String headers, byte[] body) {
    return join(
        (method
                + " "
                + target
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + (body.length == 0 && method.equals("GET")
                    ? ""
                    : "Content-Length: " + body.length + "\r\n")
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8),
        body);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
