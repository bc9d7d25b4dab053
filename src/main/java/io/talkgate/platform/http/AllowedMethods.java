package io.talkgate.platform.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * The methods of a path, for the header Allow, which a 405 must have (RFC 9110 §15.5.6) and Quarkus
 * REST leaves out.
 */
final class AllowedMethods {
  private AllowedMethods() {}

  static String of(ResteasyReactiveRequestContext call) {
    RequestMatch<InitialMatch> match =
        new RequestMapper<>(call.getDeployment().getClassMappers())
            .map(call.getPathWithoutPrefix());
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    if (match != null) {
      String rest = match.remaining.isEmpty() ? "/" : match.remaining;
      Arrays.stream(match.value.handlers)
          .filter(ClassRoutingHandler.class::isInstance)
          .map(handler -> ((ClassRoutingHandler) handler).getMappers())
          .forEach(mappers -> add(mappers, rest, methods));
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private static void add(
      Map<String, RequestMapper<RuntimeResource>> mappers, String rest, Set<String> methods) {
    mappers.forEach(
        (method, mapper) -> {
          if (method != null && mapper.map(rest) != null) {
            methods.add(method);
          }
        });
  }
}
