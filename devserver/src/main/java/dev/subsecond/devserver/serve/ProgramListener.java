package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;

/** Hears from the program. Called on threads of the socket, never by two at a time; must return at once. */
public interface ProgramListener {

    /** The expected program has connected and said who it is; it was welcomed. */
    void connected(Message.Hello hello);

    /** It said something else. Messages of unknown types are left out. */
    void received(Message message);

    /** Another process of the same build has connected whose classes were not prepared; it was welcomed. */
    void unpreparedConnected(Message.Hello hello);

    /** Another process that runs the same build, and gets what becomes live in the program, said something. */
    void receivedFromGuest(long pid, Message message);

    /** The program's connection is gone. */
    void disconnected();
}
