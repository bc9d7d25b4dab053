package io.talkgate.container;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The StatefulSet fits the service and the image. */
class ReplicaTest {
  private static final Set<String> SECRETS =
      Set.of(
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "TALKGATE_MIGRATION_USERNAME",
          "TALKGATE_MIGRATION_PASSWORD",
          "TALKGATE_ENCRYPTION_KEY");

  private final StatefulSet set = Manifests.one(StatefulSet.class, "base", "stateful-set.yaml");
  private final PodSpec pod = set.getSpec().getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);
  private final Map<String, String> configured =
      Manifests.one(ConfigMap.class, "base", "configuration.yaml").getData();

  @Test
  void probesAskTheManagementPort() {
    assertProbe("/q/health/started", container.getStartupProbe());
    assertProbe("/q/health/live", container.getLivenessProbe());
    assertProbe("/q/health/ready", container.getReadinessProbe());
    assertEquals(Map.of("http", 8080, "management", 9000), ports());
  }

  @Test
  void thereIsTimeToServeOnToFinishAndToDrain() {
    Duration atLeast =
        Duration.ofSeconds(container.getLifecycle().getPreStop().getSleep().getSeconds())
            .plus(Configured.duration("quarkus.shutdown.delay"))
            .plus(Configured.duration("quarkus.shutdown.timeout"))
            .plus(Configured.duration("talkgate.spool.drain-at-end"));

    long grace = pod.getTerminationGracePeriodSeconds();
    assertTrue(grace >= atLeast.plusSeconds(10).toSeconds(), grace + " s, needed: " + atLeast);
  }

  @Test
  void everyVariableMeansSomething() {
    Set<String> unknown = new TreeSet<>(configured.keySet());
    container.getEnv().stream().map(EnvVar::getName).forEach(unknown::add);
    unknown.removeAll(Configured.variables());

    assertEquals(Set.of(), unknown);
  }

  @Test
  void nothingThatProductionRequiresIsMissing() {
    Set<String> given =
        Stream.concat(
                configured.keySet().stream(), container.getEnv().stream().map(EnvVar::getName))
            .collect(Collectors.toSet());

    assertTrue(given.containsAll(SECRETS));
    assertTrue(
        given.containsAll(
            List.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "TALKGATE_PUBLIC_URL")));
    assertEquals("prod", configured.get("QUARKUS_PROFILE"));
  }

  @Test
  void secretsAreNamedAndNotWritten() {
    for (EnvVar variable : container.getEnv()) {
      assertTrue(SECRETS.contains(variable.getName()), variable.getName());
      assertNull(variable.getValue());
      assertTrue(variable.getValueFrom().getSecretKeyRef().getName().startsWith("talkgate-"));
    }
    assertTrue(configured.keySet().stream().noneMatch(SECRETS::contains));
  }

  @Test
  void mayDoNothingButRun() throws IOException {
    assertTrue(pod.getSecurityContext().getRunAsNonRoot());
    assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
    assertEquals(false, container.getSecurityContext().getAllowPrivilegeEscalation());
    assertEquals(true, container.getSecurityContext().getReadOnlyRootFilesystem());
    assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    assertEquals(List.of(), container.getSecurityContext().getCapabilities().getAdd());
    assertEquals(false, pod.getAutomountServiceAccountToken());
    String dockerfile = Files.readString(Path.of("docker", "Dockerfile.jvm"));
    assertTrue(dockerfile.contains("ARG UID=" + pod.getSecurityContext().getRunAsUser() + "\n"));
  }

  @Test
  void theVolumeHoldsTheWholeSpool() {
    Map<String, Quantity> requests =
        set.getSpec().getVolumeClaimTemplates().get(0).getSpec().getResources().getRequests();
    Quantity volume = requireNonNull(requests.get("storage"));
    BigInteger spool =
        new MemorySizeConverter().convert(configured.get("TALKGATE_SPOOL_MAX_SIZE")).asBigInteger();

    assertTrue(volume.getNumericalAmount().toBigInteger().compareTo(spool) > 0);
    assertEquals(
        List.of("/data"),
        container.getVolumeMounts().stream().map(VolumeMount::getMountPath).toList());
    assertEquals("Retain", set.getSpec().getPersistentVolumeClaimRetentionPolicy().getWhenScaled());
  }

  @Test
  void memoryIsLimitedAndTheProcessorIsNot() {
    assertEquals(Set.of("memory"), container.getResources().getLimits().keySet());
    assertEquals(
        container.getResources().getLimits().get("memory"),
        container.getResources().getRequests().get("memory"));
  }

  private void assertProbe(String path, Probe probe) {
    HTTPGetAction action = probe.getHttpGet();
    assertEquals(path, action.getPath());
    assertEquals("management", action.getPort().getStrVal());
  }

  private Map<String, Integer> ports() {
    return container.getPorts().stream()
        .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
  }
}
