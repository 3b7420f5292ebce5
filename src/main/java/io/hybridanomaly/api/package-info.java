/** The HTTP interface for programs: the same detections as on the page, without a page. */
@NullMarked
package io.hybridanomaly.api;

import org.jspecify.annotations.NullMarked;
