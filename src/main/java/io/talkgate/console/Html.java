package io.talkgate.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers with pages. What they show is for one member, so no cache may keep them. */
final class Html {
  private static final String NO_STORE = "no-store";

  /** Nothing but our own files; pictures are the customers', from wherever NAVER keeps them. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Html() {}

  static Uni<Response> page(int status, TemplateInstance page) {
    return page.createUni()
        .map(
            html ->
                Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .header("Content-Security-Policy", POLICY)
                    .entity(html)
                    .build());
  }

  /** Has the browser fetch another page with a GET. */
  static Response goTo(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .build();
  }
}
