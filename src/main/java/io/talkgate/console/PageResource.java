package io.talkgate.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrowserSession;
import io.talkgate.access.CurrentSession;
import io.talkgate.access.LoginPaths;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The pages. What they show comes by the API, whose rights hold; here only those who have no use
 * for a page are sent elsewhere.
 */
@Path("/")
@Cancellable(false)
class PageResource {
  private final CurrentSession current;

  PageResource(CurrentSession current) {
    this.current = current;
  }

  @GET
  public Response root() {
    return Html.goTo("/console");
  }

  @GET
  @Path("console")
  public Uni<Response> start(@Context RoutingContext call) {
    return current
        .find()
        .map(
            session ->
                session
                    .map(found -> Html.goTo(Navigation.start(found.caller().role())))
                    .orElseGet(() -> logIn(call)));
  }

  @GET
  @Path("console/links")
  public Uni<Response> links(@Context RoutingContext call) {
    return page(Navigation.LINKS, Pages::links, call);
  }

  @GET
  @Path("console/links/{id}")
  public Uni<Response> link(@Context RoutingContext call) {
    return page(Navigation.LINKS, Pages::link, call);
  }

  @GET
  @Path("console/consultations")
  public Uni<Response> consultations(@Context RoutingContext call) {
    return page(Navigation.CONSULTATIONS, Pages::consultations, call);
  }

  @GET
  @Path("console/overview")
  public Uni<Response> overview(@Context RoutingContext call) {
    return page(Navigation.OVERVIEW, Pages::overview, call);
  }

  @GET
  @Path("console/events")
  public Uni<Response> events(@Context RoutingContext call) {
    return page(Navigation.EVENTS, Pages::events, call);
  }

  @GET
  @Path("console/rules")
  public Uni<Response> rules(@Context RoutingContext call) {
    return page(Navigation.RULES, Pages::rules, call);
  }

  @GET
  @Path("console/templates")
  public Uni<Response> templates(@Context RoutingContext call) {
    return page(Navigation.TEMPLATES, Pages::templates, call);
  }

  @GET
  @Path("console/categories")
  public Uni<Response> categories(@Context RoutingContext call) {
    return page(Navigation.CATEGORIES, Pages::categories, call);
  }

  @GET
  @Path("console/subscriptions")
  public Uni<Response> subscriptions(@Context RoutingContext call) {
    return page(Navigation.SUBSCRIPTIONS, Pages::subscriptions, call);
  }

  @GET
  @Path("console/statistics")
  public Uni<Response> statistics(@Context RoutingContext call) {
    return page(Navigation.STATISTICS, Pages::statistics, call);
  }

  @GET
  @Path("console/members")
  public Uni<Response> members(@Context RoutingContext call) {
    return page(Navigation.MEMBERS, Pages::members, call);
  }

  @GET
  @Path("console/approvals")
  public Uni<Response> approvals(@Context RoutingContext call) {
    return page(Navigation.APPROVALS, Pages::approvals, call);
  }

  private Uni<Response> page(
      Navigation page, Function<Shell, TemplateInstance> template, RoutingContext call) {
    @Nullable String language = call.request().getParam("lang");
    if (language != null) {
      Languages.choose(call, language);
      return Uni.createFrom().item(Html.goTo(call.request().path()));
    }
    return current
        .find()
        .chain(
            session ->
                session
                    .map(found -> page(page, template, found, call))
                    .orElseGet(() -> Uni.createFrom().item(logIn(call))));
  }

  private static Uni<Response> page(
      Navigation page,
      Function<Shell, TemplateInstance> template,
      BrowserSession session,
      RoutingContext call) {
    if (!page.isFor(session.caller().role())) {
      return Uni.createFrom().item(Html.goTo("/console"));
    }
    Shell shell = new Shell(session, Languages.of(call), call.request().path());
    return Html.page(Response.Status.OK.getStatusCode(), template.apply(shell));
  }

  private static Response logIn(RoutingContext call) {
    String here = URLEncoder.encode(call.request().uri(), StandardCharsets.UTF_8);
    return Html.goTo(LoginPaths.LOGIN + "?to=" + here);
  }
}
