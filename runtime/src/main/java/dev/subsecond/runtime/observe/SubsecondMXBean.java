package dev.subsecond.runtime.observe;

import java.util.List;

/** What management tools see of this program's patching, under the name {@value #NAME}. Snapshots, by any thread. */
public interface SubsecondMXBean {

    /** The name under which it is registered in the platform's MBean server. */
    String NAME = "dev.subsecond:type=Subsecond";

    /** How many times the program was changed since it started; 0 is the image. */
    long getGeneration();

    /** The hot functions that have been linked so far, by name. */
    List<FunctionState> getFunctions();

    /** All states so far, the image first. */
    List<GenerationState> getHistory();
}
