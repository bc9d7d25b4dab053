package io.talkgate.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import org.hibernate.reactive.mutiny.Mutiny;

/** Nobody asks the database anything but as one of its roles (CONTRIBUTING, schema). */
@AnalyzeClasses(packages = "io.talkgate", importOptions = ImportOption.DoNotIncludeTests.class)
class DatabaseRolesTest {
  private static final String WHAT_INSTEAD =
      "what is done for a caller takes BrandTransactions or BrandSessions, what is done for all"
          + " brands @ActingAs Transactions";

  @ArchTest
  static final ArchRule CONNECTIONS_HAVE_A_ROLE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.talkgate.platform.database")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "io\\.vertx\\.(mutiny\\.)?(sqlclient\\.Pool|pgclient\\.Pg(Builder|Pool|Connection))|javax\\.sql\\.DataSource"
                  + "|io\\.agroal\\..*")
          .because(WHAT_INSTEAD);

  @ArchTest
  static final ArchRule SESSIONS_HAVE_A_BRAND =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.talkgate.access.BrandSessions")
          .should()
          .callMethodWhere(target(owner(type(Panache.class))).and(target(nameMatching("with.*"))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Mutiny.SessionFactory.class)
          .because(WHAT_INSTEAD);

  @ArchTest
  static final ArchRule NOR_DO_ANNOTATIONS_OPEN_SESSIONS =
      noMethods()
          .should()
          .beAnnotatedWith(WithSession.class)
          .orShould()
          .beAnnotatedWith(WithTransaction.class)
          .because(WHAT_INSTEAD);

  @ArchTest
  static final ArchRule ONLY_ACCESS_CHOOSES_A_BRAND =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.talkgate.access", "io.talkgate.platform.database")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(DeskDatabase.class, Scope.class)
          .because(WHAT_INSTEAD);
}
