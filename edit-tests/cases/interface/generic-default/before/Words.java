package app;

import java.util.List;
class Words implements Source<String> { @Override public List<String> items() { return List.of("a", "b"); } }
