package io.talkgate.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kubernetes understands every manifest, and every manifest is in use. */
class ManifestsTest {
  static List<Path> files() {
    return Manifests.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFieldIsKnown(Path file) {
    List<HasMetadata> resources = Manifests.read(file);

    assertFalse(resources.isEmpty());
    for (HasMetadata resource : resources) {
      assertFalse(resource.getMetadata().getName().isBlank());
    }
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowFails() throws IOException {
    String text = Files.readString(Manifests.DIRECTORY.resolve("base/stateful-set.yaml"));
    String mistyped = text.replace("readOnlyRootFilesystem", "readOnlyRootFileSystem");

    assertThrows(UnrecognizedPropertyException.class, () -> Manifests.parse(mistyped));
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/try", "overlays/production"})
  void everyFileIsNamedByItsKustomization(String name) throws IOException {
    Path directory = Manifests.DIRECTORY.resolve(name);

    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.map(file -> file.getFileName().toString()).forEach(there::add);
    }
    there.remove(Manifests.KUSTOMIZATION);
    assertEquals(there, named(directory));
  }

  /** Wants kubectl, which needs no cluster for this. */
  @ParameterizedTest
  @ValueSource(strings = {"try", "production"})
  void theOverlayIsWholeOnceItIsPutTogether(String overlay, @TempDir Path temp) throws Exception {
    assumeTrue(Programs.areThere("kubectl"), "kubectl is not installed");
    Path whole = temp.resolve("whole.yaml");
    Path errors = temp.resolve("errors");

    int exit =
        new ProcessBuilder("kubectl", "kustomize", "docker/kubernetes/overlays/" + overlay)
            .redirectOutput(whole.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();

    assertEquals("", Files.readString(errors));
    assertEquals(0, exit);
    StatefulSet set = Manifests.only(StatefulSet.class, Manifests.read(whole).stream());
    assertTrue(
        set.getSpec().getTemplate().getSpec().getContainers().get(0).getImage().contains("/"));
    assertEquals(overlay.equals("try") ? 1 : 3, set.getSpec().getReplicas());
    assertEquals(1, set.getSpec().getVolumeClaimTemplates().size());
  }

  private static Set<String> named(Path directory) {
    JsonNode kustomization = Manifests.tree(directory.resolve(Manifests.KUSTOMIZATION));
    Set<String> names = new TreeSet<>();
    kustomization.path("resources").forEach(file -> names.add(file.asText()));
    StreamSupport.stream(kustomization.path("patches").spliterator(), false)
        .forEach(patch -> names.add(patch.path("path").asText()));
    names.remove("../../base");
    return names;
  }
}
