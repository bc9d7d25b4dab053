package io.talkgate.container;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around the replicas points at them. */
class SurroundingsTest {
  private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "talkgate");

  private final StatefulSet replicas =
      Manifests.one(StatefulSet.class, "base", "stateful-set.yaml");
  private final Map<String, Service> services =
      Manifests.read(Manifests.DIRECTORY.resolve(Path.of("base", "services.yaml"))).stream()
          .map(Service.class::cast)
          .collect(
              Collectors.toMap(service -> service.getMetadata().getName(), service -> service));

  @Test
  void everySelectorIsTheLabelThatReplicasCarry() {
    assertEquals(LABELS, replicas.getSpec().getSelector().getMatchLabels());
    for (Service service : services.values()) {
      assertEquals(LABELS, service.getSpec().getSelector());
    }
    assertEquals(LABELS, policy().getSpec().getPodSelector().getMatchLabels());
    assertEquals(LABELS, budget().getSpec().getSelector().getMatchLabels());
    assertEquals(
        LABELS.toString(),
        "{"
            + Manifests.tree(Manifests.DIRECTORY.resolve("base/kustomization.yaml"))
                .at("/labels/0/pairs")
                .properties()
                .stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue().asText())
                .collect(Collectors.joining())
            + "}");
  }

  @Test
  void servicesNamePortsOfTheContainer() {
    Set<String> ports =
        replicas.getSpec().getTemplate().getSpec().getContainers().get(0).getPorts().stream()
            .map(port -> port.getName())
            .collect(Collectors.toSet());
    for (Service service : services.values()) {
      for (ServicePort port : service.getSpec().getPorts()) {
        assertTrue(ports.contains(port.getTargetPort().getStrVal()), port::getName);
      }
    }
    assertEquals("None", service(replicas.getSpec().getServiceName()).getSpec().getClusterIP());
  }

  @Test
  void theIngressLeadsToTheWebhookOverTlsAndNeverToManagement() {
    Ingress ingress = Manifests.one(Ingress.class, "base", "ingress.yaml");
    IngressServiceBackend backend =
        ingress.getSpec().getRules().get(0).getHttp().getPaths().get(0).getBackend().getService();

    Service service = service(backend.getName());
    assertEquals(
        List.of(backend.getPort().getName()),
        service.getSpec().getPorts().stream().map(ServicePort::getName).toList());
    assertEquals(
        List.of(ingress.getSpec().getRules().get(0).getHost()),
        ingress.getSpec().getTls().get(0).getHosts());
    assertEquals("http", backend.getPort().getName());
  }

  @Test
  void metricsAreReadWhereTheyAre() {
    ServiceMonitor monitor =
        Manifests.one(ServiceMonitor.class, "overlays", "production", "service-monitor.yaml");
    Service service = service("talkgate-replicas");

    assertTrue(
        service
            .getMetadata()
            .getLabels()
            .entrySet()
            .containsAll(monitor.getSpec().getSelector().getMatchLabels().entrySet()));
    assertEquals("management", monitor.getSpec().getEndpoints().get(0).getPort());
    assertEquals("/q/metrics", monitor.getSpec().getEndpoints().get(0).getPath());
    assertEquals("management", service.getSpec().getPorts().get(0).getName());
  }

  @Test
  void productionGoesOnWhileOneReplicaIsAway() {
    StatefulSet production =
        Manifests.one(StatefulSet.class, "overlays", "production", "stateful-set.yaml");

    assertTrue(production.getSpec().getReplicas() >= 2);
    assertEquals(1, budget().getSpec().getMaxUnavailable().getIntVal());
    assertEquals(
        replicas.getMetadata().getName(), production.getMetadata().getName(), "patches by name");
  }

  @Test
  void nothingIsLetInButWhatCallsAndWhatMeasures() {
    assertEquals(Set.of("Ingress", "Egress"), Set.copyOf(policy().getSpec().getPolicyTypes()));
    for (var rule : policy().getSpec().getIngress()) {
      assertEquals(1, rule.getFrom().size());
      assertEquals(1, rule.getPorts().size());
    }
    assertEquals(
        List.of("http", "management"),
        policy().getSpec().getIngress().stream()
            .map(rule -> rule.getPorts().get(0).getPort().getStrVal())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"try", "production"})
  void theNamespaceRefusesPodsThatMayMore(String overlay) {
    HasMetadata namespace = Manifests.one(Namespace.class, "overlays", overlay, "namespace.yaml");

    assertEquals(
        "restricted",
        namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"));
    assertEquals(
        namespace.getMetadata().getName(),
        Manifests.tree(
                Manifests.DIRECTORY.resolve(Path.of("overlays", overlay, "kustomization.yaml")))
            .path("namespace")
            .asText());
  }

  private Service service(String name) {
    return requireNonNull(services.get(name), name);
  }

  private static NetworkPolicy policy() {
    return Manifests.one(NetworkPolicy.class, "base", "network-policy.yaml");
  }

  private static PodDisruptionBudget budget() {
    return Manifests.one(
        PodDisruptionBudget.class, "overlays", "production", "disruption-budget.yaml");
  }
}
