package io.talkgate.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads manifests as the API server of Kubernetes does; a field that it does not know fails. */
final class Manifests {
  static final Path DIRECTORY = Path.of("docker", "kubernetes");
  static final String KUSTOMIZATION = "kustomization.yaml";

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Stream.of(
              ConfigMap.class,
              Ingress.class,
              Namespace.class,
              NetworkPolicy.class,
              PodDisruptionBudget.class,
              PrometheusRule.class,
              Service.class,
              ServiceAccount.class,
              ServiceMonitor.class,
              StatefulSet.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory()).setAnnotationIntrospector(new NoUnknownFields());

  private Manifests() {}

  /** All files below the directory but the kustomizations. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith(KUSTOMIZATION))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds. */
  static List<HasMetadata> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** What a text holds, of one document or several. */
  static List<HasMetadata> parse(String yaml) throws IOException {
    List<HasMetadata> resources = new ArrayList<>();
    for (JsonNode document : documents(yaml)) {
      resources.add(resource(document));
    }
    return resources;
  }

  /** The only one of that kind in a file. */
  static <T extends HasMetadata> T one(Class<T> kind, String... path) {
    return only(kind, read(DIRECTORY.resolve(Path.of("", path))).stream());
  }

  /** The only one of that kind among these. */
  static <T extends HasMetadata> T only(Class<T> kind, Stream<HasMetadata> resources) {
    List<T> found = resources.filter(kind::isInstance).map(kind::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + kind.getSimpleName());
    }
    return found.get(0);
  }

  /** Any YAML, as a tree. */
  static JsonNode tree(Path file) {
    try {
      return STRICT.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> documents(String yaml) throws IOException {
    try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll();
    }
  }

  private static HasMetadata resource(JsonNode document) throws JsonProcessingException {
    Class<? extends HasMetadata> kind = KINDS.get(document.path("kind").asText());
    if (kind == null) {
      throw new AssertionError("no kind is known for " + document);
    }
    HasMetadata resource = STRICT.treeToValue(document, kind);
    String version = document.path("apiVersion").asText();
    if (!version.equals(HasMetadata.getApiVersion(kind))) {
      throw new AssertionError(kind.getSimpleName() + " is not of " + version);
    }
    return resource;
  }

  /** The model keeps fields that it does not know; here they are errors. */
  private static final class NoUnknownFields extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated method) {
      return false;
    }
  }
}
