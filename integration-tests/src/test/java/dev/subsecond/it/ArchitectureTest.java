package dev.subsecond.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.subsecond.runtime.JumpTable;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that hold for all modules. Each module has more of its own. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.subsecond");

    /** A rule about no classes would hold. */
    @ParameterizedTest
    @ValueSource(strings = {"annotations", "runtime", "processor", "thinlink", "devserver", "cli"})
    void everyModuleIsLookedAt(String module) {
        assertThat(ALL.that(resideInAPackage("dev.subsecond." + module + ".."))).isNotEmpty();
    }

    @Test
    void annotationsStandAlone() {
        mayUse("annotations");
    }

    /** What lies in a user's program knows nothing of the tools. */
    @Test
    void theRuntimeStandsAlone() {
        mayUse("runtime");
    }

    /** It writes their names, and links to neither. */
    @Test
    void theProcessorStandsAlone() {
        mayUse("processor");
    }

    @Test
    void theThinLinkerKnowsTheWireTypesOfTheRuntimeOnly() {
        mayUse("thinlink", resideInAPackage("dev.subsecond.runtime.wire.."));
    }

    @Test
    void theDevServerKnowsTheThinLinkerAndWhatTravels() {
        mayUse(
                "devserver",
                resideInAnyPackage("dev.subsecond.thinlink..", "dev.subsecond.runtime.wire..")
                        .or(equivalentTo(JumpTable.class)));
    }

    @Test
    void theCommandLineKnowsTheDevServerAndItsLinkerAndShowsFaultsAgain() {
        mayUse(
                "cli",
                resideInAnyPackage(
                        "dev.subsecond.devserver", "dev.subsecond.devserver.fault", "dev.subsecond.thinlink"));
    }

    private static void mayUse(String module) {
        mayUse(module, DescribedPredicate.alwaysFalse());
    }

    private static void mayUse(String module, DescribedPredicate<JavaClass> others) {
        DescribedPredicate<JavaClass> own = resideInAPackage("dev.subsecond." + module + "..");
        noClasses()
                .that(own)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.subsecond..").and(not(own)).and(not(others)))
                .check(ALL);
    }

    /**
     * Of the packages below a module's top one. That one is the module's API, entry and vocabulary in one: it calls those
     * below, and they speak its words.
     */
    @ParameterizedTest
    @ValueSource(strings = {"runtime", "processor", "thinlink", "devserver", "cli"})
    void packagesHaveNoCycles(String module) {
        slices().matching("dev.subsecond." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .isNotEmpty()
                .allMatch(
                        found -> found.tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent(),
                        "has a package-info with @NullMarked");
    }

    /** But those of the library that the processor carries. */
    private static Stream<JavaPackage> packages() {
        return ALL.getPackage("dev.subsecond").getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.getName().equals("dev.subsecond.processor.javapoet"));
    }

    /** The launcher speaks before any logging system could be there, and for the program's own JVM. */
    @Test
    void onlyTheCommandLinesOutputPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.subsecond.cli.output")
                .and()
                .doNotHaveFullyQualifiedName("dev.subsecond.runtime.launch.Launcher")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep",
                        (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .check(ALL);
    }
}
