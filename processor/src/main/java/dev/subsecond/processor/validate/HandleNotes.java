package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.MemberNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import dev.subsecond.processor.report.Report;

/** Tells the user of handles that could not have the name one would look for. */
public final class HandleNotes {

    private final Erasures erasures;

    public HandleNotes(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Notes only; empty for nearly every class. */
    public Report of(HotClass hotClass) {
        return Report.of(hotClass.methods().stream()
                .filter(method -> method.names().gaveWay())
                .map(method -> note(hotClass, method)));
    }

    private Finding note(HotClass hotClass, HotMethod method) {
        MemberNames names = method.names();
        return Finding.on(
                method.element(),
                KnownNames.HOT,
                Problem.HANDLE_NAME,
                erasures.describe(method.element()),
                names.handle(),
                names.wanted(),
                hotClass.stub().simpleName());
    }
}
