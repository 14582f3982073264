/** The marks that a program's source carries: {@code @Hot} and {@code @OnPatch}. Needs nothing. */
module dev.subsecond.annotations {
    requires static org.jspecify;

    exports dev.subsecond.annotations;
}
