package dev.subsecond.runtime.observe;

import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.table.HotTable;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The bean. Nothing but {@link Management} may name this class, so that it is loaded where its module is present. */
final class ManagedSubsecond implements SubsecondMXBean {

    private ManagedSubsecond() {}

    /** In a process with several copies of the runtime the first one is shown. */
    static void register() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (!beans.isRegistered(name)) {
                beans.registerMBean(new ManagedSubsecond(), name);
            }
        } catch (JMException | SecurityException e) {
            Log.say(Level.WARNING, "The bean " + NAME + " could not be registered; patches are not concerned", e);
        }
    }

    /** By name, so that the module {@code jdk.management} need not be there. */
    static Optional<String> option(String option) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "getVMOption",
                            new Object[] {option},
                            new String[] {String.class.getName()});
            return Optional.of((String) ((CompositeData) value).get("value"));
        } catch (JMException | RuntimeException e) {
            // No HotSpot, or one without this option.
            return Optional.empty();
        }
    }

    @Override
    public long getGeneration() {
        return Subsecond.generation();
    }

    @Override
    public List<FunctionState> getFunctions() {
        return Subsecond.functions().stream()
                .map(FunctionState::new)
                .sorted(Comparator.comparing(FunctionState::getName))
                .toList();
    }

    @Override
    public List<GenerationState> getHistory() {
        return HotTable.shared().history().stream().map(GenerationState::new).toList();
    }
}
