package dev.subsecond.processor.model;

/**
 * What the generated members of one hot method are called.
 *
 * @param handle the method that returns the handle
 * @param wanted the handle's name by the ordinary rule; differs from {@code handle} when it was taken
 * @param constant stem of the constants behind stub and handle
 */
public record MemberNames(String handle, String wanted, String constant) {

    /** Whether the handle had to give way to another member. */
    public boolean gaveWay() {
        return !handle.equals(wanted);
    }

    /** The constant with the linked target. */
    public String target() {
        return constant + "_TARGET";
    }

    /** The constant with the method handle that the stub invokes. */
    public String invoker() {
        return constant;
    }

    /** The constant with the handle. */
    public String function() {
        return constant + "_FN";
    }
}
