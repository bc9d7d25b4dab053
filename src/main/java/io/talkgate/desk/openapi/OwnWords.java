package io.talkgate.desk.openapi;

import io.talkgate.platform.problem.ErrorCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** What the resources' methods say of themselves that OpenAPI does not look at. */
final class OwnWords {
  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final DotName STATUS =
      DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
  private static final DotName REFUSES = DotName.createSimple(Refuses.class);

  private final Map<String, MethodInfo> methods = new HashMap<>();

  OwnWords(IndexView index) {
    index.getAnnotations(PATH).stream()
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
        .map(AnnotationTarget::asClass)
        .forEach(this::add);
  }

  private void add(ClassInfo resource) {
    String base = path(resource.declaredAnnotation(PATH));
    for (MethodInfo method : resource.methods()) {
      for (HttpMethod http : HttpMethod.values()) {
        if (method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + http))) {
          methods.put(http + " " + base + path(method.declaredAnnotation(PATH)), method);
        }
      }
    }
  }

  private static String path(@Nullable AnnotationInstance path) {
    return path == null ? "" : "/" + path.value().asString().replaceAll("^/|/$", "");
  }

  /** The codes that the operation's method names. */
  List<ErrorCode> refusals(HttpMethod http, String path) {
    return annotation(http, path, REFUSES).stream()
        .flatMap(refuses -> Arrays.stream(refuses.value().asEnumArray()))
        .map(ErrorCode::valueOf)
        .toList();
  }

  /** Moves the success to the status that the method answers with. */
  void setStatus(HttpMethod http, String path, Operation operation) {
    annotation(http, path, STATUS)
        .forEach(status -> move("200", status.value().asInt(), operation));
  }

  private static void move(String from, int to, Operation operation) {
    APIResponse success = operation.getResponses().getAPIResponse(from);
    if (success != null) {
      operation.getResponses().removeAPIResponse(from);
      operation.getResponses().addAPIResponse(Integer.toString(to), success);
    }
  }

  private List<AnnotationInstance> annotation(HttpMethod http, String path, DotName name) {
    return Stream.ofNullable(methods.get(http + " " + path))
        .flatMap(method -> Stream.ofNullable(method.declaredAnnotation(name)))
        .toList();
  }
}
