package io.maskwire.spring;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Finds the connections of the beans by which Spring Boot connects: whatever made them, properties or something else. */
record DetailsConnections(ListableBeanFactory beans) {

    void addTo(FoundConnections found) {
        for (String name : beans.getBeanNamesForType(ConnectionDetails.class, false, false)) {
            try {
                add(name, beans.getBean(name, ConnectionDetails.class), found);
            } catch (BeansException unmade) {
                found.unread(name, unmade.getClass().getSimpleName());
            }
        }
    }

    private static void add(String name, ConnectionDetails bean, FoundConnections found) {
        boolean known = false;
        for (DetailsKind kind : DetailsKind.ALL) {
            for (Class<?> type : kind.types(bean)) {
                known = true;
                add(kind, type, name, bean, found);
            }
        }
        if (!known) {
            found.unread(name, "its kind of ConnectionDetails is not Spring Boot's");
        }
    }

    private static void add(
            DetailsKind kind, Class<?> type, String name, ConnectionDetails bean, FoundConnections found) {
        String source = kind.source(bean, name);
        try {
            for (String getters : kind.getters()) {
                List<String> places = Getters.places(bean, type, getters);
                places.forEach(place -> found.add(source, kind.over(), kind.scheme(), place));
                if (!places.isEmpty()) {
                    return;
                }
            }
        } catch (InvocationTargetException refused) {
            // Its message may quote the URL.
            found.unread(source, refused.getTargetException().getClass().getSimpleName());
        } catch (ReflectiveOperationException | LinkageError otherRelease) {
            found.unread(source, "its type is not as in the releases of Spring Boot that are known here");
        }
    }
}
