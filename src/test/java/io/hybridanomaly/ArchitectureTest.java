package io.hybridanomaly;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;

/** The law of the house: data flows one way, and each library has one home. */
@AnalyzeClasses(packages = "io.hybridanomaly", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.hybridanomaly.";

  private static final AllowedUses ALLOWED = AllowedUses.of(Path.of("docs/architecture.md"));

  private static final String[] CORE = {
    BASE + "series..",
    BASE + "windowing..",
    BASE + "expectation..",
    BASE + "benford..",
    BASE + "ledger..",
    BASE + "lstm..",
    BASE + "injection..",
    BASE + "detection..",
    BASE + "evaluation..",
    BASE + "overview.."
  };

  @ArchTest
  static void packagesUseWhatTheDocumentSays(JavaClasses classes) {
    assertThat(ALLOWED.uses(classes)).isEqualTo(ALLOWED.allowed());
  }

  @ArchTest
  static final ArchRule noCycles =
      SlicesRuleDefinition.slices().matching(BASE + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesInTheImporter =
      SlicesRuleDefinition.slices().matching(BASE + "importing.(*)..").should().beFreeOfCycles();

  /** The view itself, which puts the features together, uses them; none of them knows it. */
  @ArchTest
  static final ArchRule featuresOfThePageStandAlone =
      SlicesRuleDefinition.slices()
          .assignedFrom(new FeaturesOfThePage())
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage(BASE + "ui"), alwaysTrue())
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(BASE + "ui.base", BASE + "ui.frame"));

  /** Each package below {@code ui}, and the classes directly in it, which are a slice as well. */
  private static final class FeaturesOfThePage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName() + ".";
      if (!name.startsWith(BASE + "ui.")) {
        return SliceIdentifier.ignore();
      }
      String feature = name.substring((BASE + "ui.").length()).replaceFirst("\\..*", "");
      return SliceIdentifier.of(feature.isEmpty() ? "the view itself" : feature);
    }

    @Override
    public String getDescription() {
      return "features of the page";
    }
  }

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

  /** A run is shared by the page, the command line and whatever keeps it. */
  @ArchTest
  static final ArchRule whatARunIsKnowsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "analysis..", BASE + "export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.vaadin..");

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
  static final ArchRule onlyTheImporterReadsWorkbooksAndArchives =
      onlyIn(
          "importing.container", "org.dhatim.fastexcel.reader..", "org.apache.commons.compress..");

  @ArchTest
  static final ArchRule onlyTheExportWritesWorkbooks = onlyIn("export", "org.dhatim.fastexcel");

  @ArchTest
  static final ArchRule onlyTheGeminiAdapterUsesItsSdk =
      onlyIn("chat.gemini", "com.google.genai..");

  @ArchTest
  static final ArchRule onlyTheGeminiAdapterOpensConnections = onlyIn("chat.gemini", "okhttp3..");

  @ArchTest
  static final ArchRule onlyThePageAndTheReportReadMarkdown =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "ui.chat..", BASE + "export..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.commonmark.."));

  @ArchTest static final ArchRule onlyTheCommandLineUsesPicocli = onlyIn("cli", "picocli..");

  @ArchTest
  static final ArchRule onlyTheJobsUseTheScheduler = onlyIn("jobs", "com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule onlyTheHttpInterfaceDescribesItself =
      onlyIn("api", "org.springdoc..", "io.swagger..", "org.apache.commons.fileupload2..");

  @ArchTest static final ArchRule onlyTheStoreMigrates = onlyIn("store", "org.flywaydb..");

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(BASE + home + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
