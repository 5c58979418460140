package org.entente.serve.linked;

import java.util.List;
import java.util.Optional;

/**
 * Small pages for other services of this server, escaped and styled like the descriptions.
 *
 * <p>Example: {@code Pages.card(List.of("Iran", "state"))} is a page with a heading and a line.
 */
public final class Pages {

  private Pages() {}

  /** A heading and lines under it, of any origin. */
  public static String card(List<String> lines) {
    Html html = new Html(lines.get(0));
    html.markup("<h1>").link(Optional.empty(), lines.get(0)).markup("</h1>\n");
    for (String line : lines.subList(1, lines.size())) {
      html.markup("<p>").link(Optional.empty(), line).markup("</p>\n");
    }
    return html.end();
  }

  /** The policy such a page is sent with, if these origins may show it in a frame. */
  public static String policy(String ancestors) {
    return Html.POLICY.replace("frame-ancestors 'none'", "frame-ancestors " + ancestors);
  }
}
