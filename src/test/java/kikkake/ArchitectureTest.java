package kikkake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kikkake.template.RenderedMail;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.State;

/** Holds the arrows of the house: downwards only, and AWS at its doors only. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("kikkake");

  private static final Set<String> BELOW_MAIL =
      Set.of("template", "recommend", "history", "customer", "catalog", "event", "table");

  /** Which packages each may use. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("table", Set.of()),
          Map.entry("event", Set.of()),
          Map.entry("template", Set.of("table")),
          Map.entry("lint", Set.of("template")),
          Map.entry("customer", Set.of("event", "table")),
          Map.entry("catalog", Set.of("event", "table")),
          Map.entry("history", Set.of("event", "table")),
          Map.entry("recommend", Set.of("history", "catalog", "event", "table")),
          Map.entry("mail", BELOW_MAIL),
          Map.entry("gate", and(BELOW_MAIL, "mail")),
          Map.entry("journey", and(BELOW_MAIL, "mail")),
          Map.entry("measure", and(BELOW_MAIL, "mail")),
          Map.entry("studio", and(BELOW_MAIL, "mail", "lint")),
          Map.entry(
              "lambda", and(BELOW_MAIL, "mail", "gate", "journey", "measure", "lint", "studio")),
          Map.entry("spark", Set.of("recommend", "history", "event", "table")),
          Map.entry(
              "local",
              and(
                  BELOW_MAIL,
                  "mail",
                  "gate",
                  "journey",
                  "measure",
                  "lint",
                  "studio",
                  "lambda",
                  "spark")));

  private static final DescribedPredicate<JavaClass> AT_THE_DOORS =
      resideInAnyPackage("kikkake.lambda..", "kikkake.local..", "kikkake.spark..");

  private static Set<String> and(Set<String> packages, String... more) {
    Set<String> all = new HashSet<>(packages);
    all.addAll(List.of(more));
    return all;
  }

  /** Of that name, or inside a class of that name. */
  private static DescribedPredicate<JavaClass> named(String prefix) {
    return describe(
        "named " + prefix + "*",
        type -> type.getName().substring(type.getPackageName().length() + 1).startsWith(prefix));
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> packages = new TreeSet<>();
    MAIN.forEach(type -> packages.add(type.getPackageName().split("\\.", 3)[1]));

    assertThat(ARROWS.keySet()).containsAll(packages);
  }

  @Test
  void arrowsGoDownwardsOnly() {
    ARROWS.forEach((name, allowed) -> {
      String[] others =
          ARROWS.keySet().stream()
              .filter(other -> !other.equals(name) && !allowed.contains(other))
              .map(other -> "kikkake." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("kikkake." + name + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(others))
          .allowEmptyShould(true)
          .check(MAIN);
    });
  }

  @Test
  void noPackagesGoRoundInCircles() {
    slices().matching("kikkake.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void onlyTheAdaptersAndTheDoorsKnowTheTable() {
    classes()
        .that()
        .resideInAPackage("kikkake.table..")
        .should()
        .onlyHaveDependentClassesThat(
            named("Dynamo").or(AT_THE_DOORS).or(resideInAnyPackage("kikkake.table..")))
        .check(MAIN);
  }

  @Test
  void onlyTheAdaptersAndTheDoorsKnowAws() {
    noClasses()
        .that(DescribedPredicate.not(named("Dynamo").or(named("Ses")).or(AT_THE_DOORS)))
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon..", "com.amazonaws.."))
        .check(MAIN);
  }

  @Test
  void onlyTheJobKnowsSparkAndOnlyTheBenchmarkTheJob() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kikkake.spark..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "scala.."))
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackages("kikkake.spark..", "kikkake.local.bench..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("kikkake.spark.."))
        .check(MAIN);
  }

  @Test
  void onlyTheStudiosFunctionKnowsTheStudioAndTheLint() {
    noClasses()
        .that()
        .resideInAPackage("kikkake.lambda..")
        .and(DescribedPredicate.not(named("Studio")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("kikkake.studio..", "kikkake.lint.."))
        .check(MAIN);
  }

  /** A test mail's subject gets its mark; otherwise what was rendered goes as it is. */
  @Test
  void onlyTheRendererMakesMails() {
    noClasses()
        .that(DescribedPredicate.not(named("Renderer").or(named("TestMails"))))
        .should()
        .callConstructor(RenderedMail.class, String.class, String.class, String.class)
        .check(MAIN);
  }

  @Test
  void everyClassIsFinalARecordAnEnumAnInterfaceOrSealed() {
    DescribedPredicate<JavaClass> closed =
        describe(
            "final, a record, an enum, an interface or sealed",
            type ->
                type.getModifiers().contains(JavaModifier.FINAL)
                    || type.isRecord()
                    || type.isEnum()
                    || type.isInterface()
                    || type.isAnonymousClass()
                    || type.reflect().isSealed());
    classes()
        .that()
        .areNotAnnotatedWith(State.class) // JMH extends its benchmarks.
        .and()
        .resideOutsideOfPackage("..jmh_generated..")
        .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(closed))
        .check(MAIN);
  }

  @Test
  void timeAndChanceAreArguments() {
    DescribedPredicate<JavaMethodCall> clockOrChance =
        describe(
            "asks the system for time or chance",
            call -> {
              String owner = call.getTargetOwner().getName();
              String method = call.getTarget().getName();
              return (owner.startsWith("java.time.")
                      && (method.equals("now") || method.startsWith("system")))
                  || (owner.equals("java.lang.System")
                      && (method.equals("currentTimeMillis") || method.equals("nanoTime")))
                  || method.equals("randomUUID")
                  || (owner.equals("java.lang.Math") && method.equals("random"));
            });
    noClasses()
        .that(DescribedPredicate.not(AT_THE_DOORS))
        .should(callMethodWhere(clockOrChance))
        .check(MAIN);
  }

  @Test
  void nothingWritesToTheConsoleOrToAnotherLog() {
    noClasses()
        .that()
        .resideOutsideOfPackages("kikkake.local..", "kikkake.spark..")
        .should(ACCESS_STANDARD_STREAMS)
        .orShould(USE_JAVA_UTIL_LOGGING)
        .check(MAIN);
  }
}
