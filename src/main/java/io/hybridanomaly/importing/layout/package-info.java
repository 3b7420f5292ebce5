/** How the beginning of a file is written: encoding, delimiter, quotes, titles and header. */
@NullMarked
package io.hybridanomaly.importing.layout;

import org.jspecify.annotations.NullMarked;
