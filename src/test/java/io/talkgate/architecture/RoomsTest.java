package io.talkgate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The rooms of the house and the doors between them (README, architecture). */
@AnalyzeClasses(packages = "io.talkgate", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final String ROOT = "io.talkgate.";

  /** Each room with the rooms it may import; nothing else is allowed. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("platform", List.of()),
          Map.entry("talktalk", List.of("platform")),
          Map.entry("access", List.of("platform")),
          Map.entry("simulator", List.of("talktalk", "platform")),
          Map.entry("subscription", List.of("access", "platform")),
          Map.entry("link", List.of("subscription", "talktalk", "access", "platform")),
          Map.entry("consultation", List.of("link", "talktalk", "access", "platform")),
          Map.entry("intake", List.of("consultation", "link", "talktalk", "platform")),
          Map.entry("delivery", List.of("consultation", "link", "talktalk", "platform")),
          Map.entry("rules", List.of("consultation", "link", "talktalk", "access", "platform")),
          Map.entry(
              "desk",
              List.of(
                  "rules",
                  "consultation",
                  "subscription",
                  "link",
                  "talktalk",
                  "access",
                  "platform")),
          Map.entry("console", List.of("desk", "access", "platform")));

  @ArchTest
  static void everyRoomImportsOnlyWhatTheMapAllows(JavaClasses classes) {
    MAY_IMPORT.keySet().forEach(room -> edges(room).check(classes));
  }

  private static ArchRule edges(String room) {
    String[] others =
        MAY_IMPORT.keySet().stream()
            .filter(
                other ->
                    !other.equals(room)
                        && !MAY_IMPORT.getOrDefault(room, List.of()).contains(other))
            .map(RoomsTest::packageOf)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because(
            room
                + " may import only "
                + MAY_IMPORT.get(room)
                + "; let the lower room offer an interface that the upper one implements, as"
                + " LinkSignals does");
  }

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_ROOM =
      classes()
          .that()
          .haveNameNotMatching("io\\.talkgate\\.(TalkGate|package-info)")
          .should()
          .resideInAnyPackage(rooms())
          .because(
              "a class outside the rooms escapes the rules between them; find its room, or add one"
                  + " here and in the README");

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices()
          .matching("io.talkgate.(**)")
          .should()
          .beFreeOfCycles()
          .because("data walks one way; move what both sides need into the lower package");

  @ArchTest
  static final ArchRule BEANS_HAVE_NO_PROXY =
      noClasses()
          .should()
          .beAnnotatedWith(ApplicationScoped.class)
          .because("its proxy looks the bean up at every call; make it @Singleton");

  @ArchTest
  static final ArchRule ENTITIES_STAY_IN_THEIR_ROOM =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .notBePublic()
          .because("an entity is a room's own business; hand out a record instead");

  @ArchTest
  static final ArchRule RESOURCES_ARE_NOT_CANCELLED =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotInterfaces()
          .should()
          .beAnnotatedWith(Cancellable.class)
          .because(
              "a client that disconnects would leak its database connection; add"
                  + " @Cancellable(false)");

  @ArchTest
  static final ArchRule ONLY_THE_START_USES_THE_EMBEDDED_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.talkgate.platform.database")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.zonky..")
          .because("production images come without it; only EmbeddedDatabase may know it");

  @ArchTest
  static final ArchRule NOBODY_FETCHES_WHAT_A_CUSTOMER_SENT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.talkgate.talktalk..", "io.talkgate.simulator..", "io.talkgate.subscription..")
          .and()
          .haveNameNotMatching("io\\.talkgate\\.link\\.health\\.Canary(Call)?(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "io.vertx.ext.web.client..",
              "io.vertx.mutiny.ext.web.client..",
              "org.eclipse.microprofile.rest.client..",
              "jakarta.ws.rs.client..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(Http)?URL(Connection)?|io\\.vertx\\..*\\.HttpClient")
          .because(
              "URLs of customers' pictures and files go to the browser as they are; an address"
                  + " within our network must not be fetched by us. NAVER is called by talktalk,"
                  + " what a brand subscribed with by subscription, our own public URL by Canary");

  private static String packageOf(String room) {
    return ROOT + room + "..";
  }

  private static String[] rooms() {
    return MAY_IMPORT.keySet().stream().map(RoomsTest::packageOf).toArray(String[]::new);
  }
}
