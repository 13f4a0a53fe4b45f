package dev.etrn.reports;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The structure that CONTRIBUTING describes, over all modules. */
@AnalyzeClasses(packages = "dev.etrn", importOptions = ImportOption.DoNotIncludeTests.class)
@ArchTag("slow")
class StructureTest {

  private static final int MOST_FILES = 17;

  @ArchTest
  static final ArchRule modulesStandInOneLine =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("reference-server")
          .definedBy("dev.etrn.server..")
          .layer("test-suites")
          .definedBy("dev.etrn.suites..")
          .layer("load")
          .definedBy("dev.etrn.load..")
          .layer("reports")
          .definedBy("dev.etrn.reports..")
          .whereLayer("reports")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("load")
          .mayOnlyBeAccessedByLayers("reports")
          .whereLayer("test-suites")
          .mayOnlyBeAccessedByLayers("load", "reports");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.etrn.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyOnePackageOfTheSuitesKnowsTheReferenceServer =
      noClasses()
          .that(resideInAPackage("dev.etrn.suites.."))
          .and(resideInAPackage("dev.etrn.suites.reference").negate())
          .should()
          .dependOnClassesThat(resideInAPackage("dev.etrn.server.."));

  /** A length of time is a value; every other type of java.time may read a clock. */
  @ArchTest
  static final ArchRule judgesAreFreeOfInputAndOutput =
      noClasses()
          .that(
              resideInAnyPackage(
                  "dev.etrn.suites.judge..",
                  "dev.etrn.suites.catalogue..",
                  "dev.etrn.suites.transcript.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.util.concurrent..",
                      "java.time..",
                      "org.junit..",
                      "dev.etrn.suites.wire..",
                      "dev.etrn.suites.run..")
                  .and(not(type(Duration.class))));

  @ArchTest
  static final ArchRule theSessionIsFreeOfNetty =
      noClasses()
          .that(resideInAPackage("dev.etrn.server.."))
          .and(resideInAPackage("dev.etrn.server").negate())
          .should()
          .dependOnClassesThat(resideInAPackage("io.netty.."));

  @ArchTest
  static final ArchRule onlyProtocolActionsAndEngineKnowGatling =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.etrn.load.protocol..", "dev.etrn.load.action..", "dev.etrn.load.engine..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.gatling..", "scala..", "com.typesafe.."));

  @ArchTest
  static final ArchRule onlyTheCommandUsesStandardStreams =
      noClasses()
          .that(resideInAPackage("dev.etrn.reports.cli..").negate())
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule packageNamesSayWhatIsInThem =
      noClasses()
          .that(alwaysTrue())
          .should()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotStartingWith("Abstract");

  @ArchTest
  static final ArchRule exceptionsEndAlike =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .haveSimpleNameEndingWith("Exception");

  @ArchTest
  static void oneNameMeansOneThing(JavaClasses all) {
    assertThat(files(all).collect(groupingBy(JavaClass::getSimpleName)))
        .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
  }

  /** A package with more files holds more than one idea. */
  @ArchTest
  static void packagesAreSmall(JavaClasses all) {
    assertThat(files(all).collect(groupingBy(JavaClass::getPackageName)))
        .allSatisfy(
            (name, types) -> assertThat(types).as(name).hasSizeLessThanOrEqualTo(MOST_FILES));
  }

  private static Stream<JavaClass> files(JavaClasses all) {
    return all.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses all) {
    JavaPackage root = all.getPackage("dev.etrn");
    assertThat(root.getSubpackagesInTree())
        .filteredOn(one -> !one.getClasses().isEmpty())
        .allSatisfy(
            one -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
  }
}
