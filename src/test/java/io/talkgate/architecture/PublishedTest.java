package io.talkgate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The walks over roles and brands know operations by the OpenAPI document alone. */
@AnalyzeClasses(packages = "io.talkgate", importOptions = ImportOption.DoNotIncludeTests.class)
class PublishedTest {
  private static final DescribedPredicate<JavaAnnotation<?>> HIDDEN =
      DescribedPredicate.describe(
          "@Operation(hidden = true)",
          annotation ->
              annotation.getRawType().isEquivalentTo(Operation.class)
                  && annotation.get("hidden").filter(Boolean.TRUE::equals).isPresent());

  @ArchTest
  static final ArchRule NO_OPERATION_IS_HIDDEN =
      noMethods()
          .should()
          .beAnnotatedWith(HIDDEN)
          .because("what the document does not name, no walk checks; describe it instead");
}
