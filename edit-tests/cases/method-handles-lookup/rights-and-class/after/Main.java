package app;

import java.lang.invoke.*;

class Main {
    String show() { MethodHandles.Lookup l = MethodHandles.lookup(); return l.lookupClass().getSimpleName() + l.hasFullPrivilegeAccess() + l.toString(); }
}
