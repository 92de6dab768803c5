package nas.train.blas;

import java.util.ArrayDeque;
import java.util.Deque;

/** The workspaces of all workers. Thread-safe; there are as many as were ever lent at the same time. */
public final class Workspaces implements AutoCloseable {
    private final Deque<Workspace> idle = new ArrayDeque<>();
    private boolean isClosed;

    /** Lends a workspace until it is closed. */
    public synchronized Workspace lend() {
        Workspace workspace = idle.poll();
        return (workspace == null ? new Workspace(this) : workspace).lent();
    }

    /** Frees the buffers of idle workspaces now, and those of lent ones when they come back. */
    @Override
    public synchronized void close() {
        isClosed = true;
        idle.forEach(Workspace::free);
        idle.clear();
    }

    synchronized void giveBack(Workspace workspace) {
        if (isClosed) {
            workspace.free();
        } else {
            idle.push(workspace);
        }
    }
}
