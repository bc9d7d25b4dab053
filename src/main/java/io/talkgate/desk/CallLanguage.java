package io.talkgate.desk;

import io.talkgate.platform.problem.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The language of the call that is being answered. */
final class CallLanguage {
  private CallLanguage() {}

  /** By its Accept-Language; Korean where there is none, or no call. */
  static Locale current() {
    ResteasyReactiveRequestContext call = CurrentRequestManager.get();
    return ProblemTexts.language(
        call == null ? null : call.serverRequest().getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
