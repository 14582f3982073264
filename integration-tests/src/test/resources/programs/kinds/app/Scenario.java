package app;

/** Something to be edited. */
interface Scenario {

    String value();
}
