package io.maskwire.maven;

import io.maskwire.networkpolicy.report.InventoryReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what the declarations classify, how each class looks, and who sees it in clear, otherwise or can have it back.
 * Annotated types are not in it.
 */
@Mojo(name = "inventory", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class InventoryMojo extends FleetMojo {

    private static final String TEXT = "text";
    private static final String JSON = "json";

    /** The folder for {@code inventory.txt} or {@code inventory.json}. */
    @Parameter(
            property = "maskwire.inventoryDirectory",
            defaultValue = "${project.build.directory}/maskwire",
            required = true)
    File inventoryDirectory = new File("");

    /** How it is written: {@code text} or {@code json}. */
    @Parameter(property = "maskwire.format", defaultValue = TEXT, required = true)
    String format = TEXT;

    /** For Maven. */
    public InventoryMojo() {}

    @Override
    void run() throws MojoFailureException {
        boolean json = isJson();
        InventoryReport report = new InventoryReport(read(files()).declarations());
        String text = json ? report.json() : String.join("\n", report.text());
        Path file = inventoryDirectory.toPath().resolve(json ? "inventory.json" : "inventory.txt");
        try {
            Files.createDirectories(inventoryDirectory.toPath());
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MojoFailureException(
                    file + ": can't be written (" + e.getClass().getSimpleName()
                            + "); check that this user may write there",
                    e);
        }
        getLog().info("wrote " + file);
    }

    private boolean isJson() throws MojoFailureException {
        if (!format.equals(TEXT) && !format.equals(JSON)) {
            throw new MojoFailureException("maskwire.format: write text or json");
        }
        return format.equals(JSON);
    }
}
