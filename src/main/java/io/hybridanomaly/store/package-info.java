/** The database: tables and their versions, and the results that can be opened by a link. */
@NullMarked
package io.hybridanomaly.store;

import org.jspecify.annotations.NullMarked;
