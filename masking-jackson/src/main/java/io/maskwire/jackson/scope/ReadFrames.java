package io.maskwire.jackson.scope;

import io.maskwire.policy.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The objects of guarded classes that are being read, and what holds at the current token. For one thread. */
public final class ReadFrames {

    /** One object. */
    public static final class Frame {

        private final ReadPlan plan;
        private final int depth;
        private final @Nullable Guard around;
        private @Nullable Guard current;
        private @Nullable String name;
        private boolean met;

        private Frame(ReadPlan plan, int depth, @Nullable Guard around, @Nullable Guard current) {
            this.plan = plan;
            this.depth = depth;
            this.around = around;
            this.current = current;
            this.met = current != null;
        }

        /** What holds for the member being read, by this object's class alone; null if nothing. */
        public @Nullable Guard current() {
            return current;
        }

        /** What holds for this object because of where it is. */
        public @Nullable Guard around() {
            return around;
        }

        /** The name of the member being read, as far as the class knows it; null before the first and after the last. */
        public @Nullable String shownName() {
            return name == null ? null : shown(name);
        }

        /** True while a member is read. */
        public boolean isInMember() {
            return name != null;
        }

        /** A name as it may be shown: {@code *} if the class doesn't know it. */
        public String shown(String member) {
            return plan.knows(member) ? member : "*";
        }

        /** True if something holds for the member of a name. */
        public boolean guards(String member) {
            return plan.guards(member);
        }

        /** True if something guarded was read in this object. */
        public boolean met() {
            return met;
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();
    private int depth;

    /** Begins where a parser is: in how many open objects and arrays counts from there. */
    public ReadFrames(boolean inside) {
        this.depth = inside ? 1 : 0;
    }

    /**
     * An object begins.
     *
     * @param hasNames false if its members have none, as in an array
     */
    public Frame enter(ReadPlan plan, boolean hasNames) {
        Frame outer = frames.peek();
        Frame frame =
                new Frame(plan, depth, outer == null ? null : active(outer), hasNames ? plan.type() : plan.whole());
        frames.push(frame);
        return frame;
    }

    /** The innermost object is done with. */
    public void leave(Frame frame) {
        Frame innermost = frames.poll();
        if (innermost != frame) {
            throw new IllegalStateException("Objects were left in another order than entered");
        }
    }

    /** An object or array was opened. */
    public void opened() {
        depth++;
    }

    /** An object or array was closed. */
    public void closed() {
        depth--;
        Frame frame = frames.peek();
        if (frame != null && depth < frame.depth) {
            frame.name = null;
            frame.current = frame.plan.type();
        }
    }

    /** A name was read; true if that began another member of the innermost object. */
    public boolean named(String name, FieldPath.Location place) {
        Frame frame = frames.peek();
        if (frame == null || depth != frame.depth && !frame.plan.atAnyDepth()) {
            return false;
        }
        frame.current = frame.plan.of(name, place);
        frame.met |= frame.current != null;
        if (depth == frame.depth) {
            frame.name = name;
        }
        return true;
    }

    /** What the innermost object's class says about its member of a name; null if nothing, or if this is none. */
    public @Nullable Guard member(String name, FieldPath.Location place) {
        Frame frame = frames.peek();
        return frame == null || depth != frame.depth || frame.around != null ? null : frame.plan.of(name, place);
    }

    /** What holds for the current value; null if nothing. */
    public @Nullable Guard active() {
        Frame frame = frames.peek();
        return frame == null ? null : active(frame);
    }

    private static @Nullable Guard active(Frame frame) {
        return Guard.both(frame.around, frame.current);
    }
}
