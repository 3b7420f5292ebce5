package io.hybridanomaly;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.engine.Engine;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The law of the house: data flows one way, and each library has one home. */
@AnalyzeClasses(packages = "io.hybridanomaly", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.hybridanomaly.";

  /** Each package may use only those before it. */
  private static final List<String> ORDER =
      List.of(
          "series",
          "importing",
          "windowing",
          "benford",
          "lstm",
          "injection",
          "detection",
          "evaluation",
          "jobs",
          "chat",
          "export",
          "cli",
          "config",
          "ui");

  /** The same inside the importer; its entrance stands above them all. */
  private static final List<String> IMPORTING_ORDER =
      List.of(
          "importing.text",
          "importing.number",
          "importing.time",
          "importing.points",
          "importing.options",
          "importing.layout",
          "importing.profile",
          "importing.read",
          "importing.shape",
          "importing");

  private static final String[] CORE = {
    BASE + "series..",
    BASE + "windowing..",
    BASE + "benford..",
    BASE + "lstm..",
    BASE + "injection..",
    BASE + "detection..",
    BASE + "evaluation.."
  };

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      ArchRuleDefinition.classes().should(onlyUseEarlierPackages(ORDER));

  @ArchTest
  static final ArchRule noCycles =
      SlicesRuleDefinition.slices().matching(BASE + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theImporterReadsInSteps =
      ArchRuleDefinition.classes().should(onlyUseEarlierPackages(IMPORTING_ORDER));

  @ArchTest
  static final ArchRule noCyclesInTheImporter =
      SlicesRuleDefinition.slices().matching(BASE + "importing.(*)..").should().beFreeOfCycles();

  /** A new package has to be given its place in the order. */
  @ArchTest
  static final ArchRule everyStepOfTheImporterHasItsPlace =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage(BASE + "importing..")
          .should()
          .resideInAnyPackage(
              IMPORTING_ORDER.stream().map(place -> BASE + place).toArray(String[]::new));

  @ArchTest
  static final ArchRule featuresOfThePageStandAlone =
      SlicesRuleDefinition.slices()
          .matching(BASE + "ui.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(BASE + "ui.base"));

  @ArchTest
  static final ArchRule theCoreKnowsNoFrameworkAndNoFiles =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "com.vaadin..", "java.io..", "java.nio.file..", "java.net..")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule onlyTheAutoencoderUsesDjl = onlyIn("lstm", "ai.djl..");

  @ArchTest
  static final ArchRule onlyTheAutoencoderCallsNativeCode = onlyIn("lstm", "com.sun.jna..");

  /** A second start would cost seconds, and the engine's settings hold for the first only. */
  @ArchTest
  static final ArchRule oneClassStartsTheEngine =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.TorchEngine(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Engine.class);

  @ArchTest static final ArchRule onlyThePageUsesVaadin = onlyIn("ui", "com.vaadin..");

  @ArchTest
  static final ArchRule onlyTheImporterUsesCommonsCsv =
      onlyIn("importing.text", "org.apache.commons.csv..");

  @ArchTest
  static final ArchRule onlyTheGeminiAdapterUsesItsSdk =
      onlyIn("chat.gemini", "com.google.genai..");

  @ArchTest
  static final ArchRule onlyTheGeminiAdapterOpensConnections = onlyIn("chat.gemini", "okhttp3..");

  @ArchTest static final ArchRule onlyThePageReadsMarkdown = onlyIn("ui.chat", "org.commonmark..");

  @ArchTest static final ArchRule onlyTheCommandLineUsesPicocli = onlyIn("cli", "picocli..");

  private static ArchRule onlyIn(String home, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(BASE + home + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(library));
  }

  private static ArchCondition<JavaClass> onlyUseEarlierPackages(List<String> order) {
    return new ArchCondition<>("use only packages earlier in the data's way") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int own = rank(order, type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          int other = rank(order, dependency.getTargetClass());
          if (own >= 0 && other > own) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Place of a class's package in an order; -1 for the entry point and everything foreign. */
  private static int rank(List<String> order, JavaClass type) {
    String name = type.getPackageName() + ".";
    for (int i = 0; i < order.size(); i++) {
      if (name.startsWith(BASE + order.get(i) + ".")) {
        return i;
      }
    }
    return -1;
  }
}
