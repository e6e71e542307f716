/** Finds the declarations of a fleet in files and folders, and reads them. */
@NullMarked
package io.maskwire.declaration.files;

import org.jspecify.annotations.NullMarked;
