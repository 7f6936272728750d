"""The names of QTI 2.2."""

from exambank.formats.asi.vocabulary import Vocabulary
from exambank.formats.imscp.flavour import Flavour

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p2"
PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMAS = "http://www.imsglobal.org/xsd/qti/qtiv2p2/"

VOCABULARY = Vocabulary(
    namespace=NAMESPACE,
    schema_location=f"{NAMESPACE} {SCHEMAS}imsqti_v2p2.xsd",
    templates="http://www.imsglobal.org/question/qti_v2p2/rptemplates/",
    manifest=Flavour(
        namespace=PACKAGING,
        schema_location=f"{PACKAGING} {SCHEMAS}qtiv2p2_imscpv1p2_v1p0.xsd",
        schema="QTIv2.2 Package",
        schema_version="1.0.0",
        version_suffix="xmlv2p2",
    ),
    is_kebab=False,
    is_html5=True,
    has_rules_beside_template=True,
    styles_math=False,
)
